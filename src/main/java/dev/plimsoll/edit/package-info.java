/** Changes of the model as edits of text: what is planned, and why a plan is refused. Imports {@code model}, {@code source}. */
@NullMarked
package dev.plimsoll.edit;

import org.jspecify.annotations.NullMarked;
