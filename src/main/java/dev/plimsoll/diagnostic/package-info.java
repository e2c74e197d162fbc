/** What is said about a file: findings of rules, diagnostics of the engine, fixes and edits. Imports {@code source}. */
@NullMarked
package dev.plimsoll.diagnostic;

import org.jspecify.annotations.NullMarked;
