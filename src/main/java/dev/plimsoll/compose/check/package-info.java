/** What is to be said of the tree itself, before the model forgets it. */
@NullMarked
package dev.plimsoll.compose.check;

import org.jspecify.annotations.NullMarked;
