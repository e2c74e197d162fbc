/**
 * From YAML to the model, as Docker Compose loads a file: aliases and merge keys, variables, documents merged, short and
 * long syntax. Imports {@code yaml}, {@code schema}, {@code model}, {@code diagnostic}, {@code source}.
 */
@NullMarked
package dev.plimsoll.compose;

import org.jspecify.annotations.NullMarked;
