/** Runs rules over projects and makes diagnostics of what they find. */
@NullMarked
package dev.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
