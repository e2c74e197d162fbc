/**
 * How Compose files are written: the order of keys and items, and quotes. Looks at each file's own YAML, never at the
 * merged project. Loaded only where a rule of the category {@code style} runs. Imports {@code edit}, {@code yaml},
 * {@code diagnostic}, {@code source}.
 */
@NullMarked
package dev.plimsoll.compose.style;

import org.jspecify.annotations.NullMarked;
