/**
 * What is said about each rule in its page under {@code rules/}: the source of its severity, profile, options and
 * documentation. The build turns the front matter of the pages into one index; the prose is read on demand. Imports
 * {@code yaml}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package dev.plimsoll.catalog;

import org.jspecify.annotations.NullMarked;
