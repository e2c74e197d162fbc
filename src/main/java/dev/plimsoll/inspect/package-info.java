/**
 * What an engine says of containers, written as the commands that would make them: {@code docker inspect} to
 * {@code docker run}. Imports {@code shell}, {@code yaml}, {@code files},
 * {@code model}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package dev.plimsoll.inspect;

import org.jspecify.annotations.NullMarked;
