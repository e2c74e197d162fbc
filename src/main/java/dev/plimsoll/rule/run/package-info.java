/** Rules on docker run commands. */
@NullMarked
package dev.plimsoll.rule.run;

import org.jspecify.annotations.NullMarked;
