/** Writes changes of the model back into the YAML that they came from. */
@NullMarked
package dev.plimsoll.compose.edit;

import org.jspecify.annotations.NullMarked;
