/**
 * What a real Docker Engine does, tried and written down. An experiment is a file below {@code testdata/engine/<rule>}; what
 * was seen lies beside it. The default build compares both with the rules; the profile {@code engine} tries again.
 */
@NullMarked
package dev.plimsoll.experiment;

import org.jspecify.annotations.NullMarked;
