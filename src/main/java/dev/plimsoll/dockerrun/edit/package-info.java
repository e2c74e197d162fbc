/** Writes changes of the model back into the words of docker commands. */
@NullMarked
package dev.plimsoll.dockerrun.edit;

import org.jspecify.annotations.NullMarked;
