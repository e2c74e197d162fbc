/** Rules that some shops want and most do not: they run when they are selected. */
@NullMarked
package dev.plimsoll.rule.policy;

import org.jspecify.annotations.NullMarked;
