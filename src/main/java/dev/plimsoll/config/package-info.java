/**
 * The configuration file {@code .plimsoll.yaml}: its keys, its globs, what it extends. Nothing here is loaded by a run that
 * finds no such file. Imports {@code yaml}, {@code catalog}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package dev.plimsoll.config;

import org.jspecify.annotations.NullMarked;
