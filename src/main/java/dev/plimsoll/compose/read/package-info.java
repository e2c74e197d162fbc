/** From the merged tree to the model, one class a part of the Compose Specification. */
@NullMarked
package dev.plimsoll.compose.read;

import org.jspecify.annotations.NullMarked;
