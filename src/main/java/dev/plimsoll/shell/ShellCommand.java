package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import java.util.List;

/**
 * A docker or podman command.
 *
 * @param words the program and its arguments. What stands before the program ({@code sudo}, {@code env}, {@code A=b}) and
 *     redirections are left off; the program may have a path, {@code /usr/bin/docker}. At least one
 * @param assignments the variables set before the program, as {@code A=b}
 * @param continuation how a line goes on there
 * @param at from the program to the last word as written there
 */
public record ShellCommand(List<Word> words, List<Word> assignments, Continuation continuation, Location at) {
    /** Copies the lists. */
    public ShellCommand {
        words = List.copyOf(words);
        assignments = List.copyOf(assignments);
    }
}
