/** Shell text to the words of its docker commands, nothing executed. Imports {@code source}. */
@NullMarked
package dev.plimsoll.shell;

import org.jspecify.annotations.NullMarked;
