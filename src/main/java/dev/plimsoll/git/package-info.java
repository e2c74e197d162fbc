/**
 * What git ignores and tracks, read from its files as text and bytes. Starts no program, runs no hook, follows no command of a
 * configuration, and opens regular files only. Imports {@code source}.
 */
@NullMarked
package dev.plimsoll.git;

import org.jspecify.annotations.NullMarked;
