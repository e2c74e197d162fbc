/** Applying fixes: which of them together, whether they hold, the difference they make, and writing it to disk. */
@NullMarked
package dev.plimsoll.fix;

import org.jspecify.annotations.NullMarked;
