/**
 * What is known and not to be told again: comments in the files, and the baseline. Nothing here is loaded by a run whose
 * files hold no such comment and that has no baseline. Imports {@code host}, {@code yaml}, {@code catalog},
 * {@code diagnostic} and {@code source}.
 */
@NullMarked
package dev.plimsoll.suppress;

import org.jspecify.annotations.NullMarked;
