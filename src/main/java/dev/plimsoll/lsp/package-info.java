/**
 * The language server: speaks the Language Server Protocol 3.17 with an editor, over texts that nobody saved yet. What it
 * says of them comes from {@link dev.plimsoll.session}, as for the command line. The only user of lsp4j; only the command
 * {@code lsp} loads it.
 */
@NullMarked
package dev.plimsoll.lsp;

import org.jspecify.annotations.NullMarked;
