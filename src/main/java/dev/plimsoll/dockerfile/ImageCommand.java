package dev.plimsoll.dockerfile;

import dev.plimsoll.model.CommandLine;
import dev.plimsoll.source.Location;

/**
 * {@code CMD}, {@code ENTRYPOINT} or the test of a {@code HEALTHCHECK}.
 *
 * @param at the whole instruction
 * @param shell whether it is written without brackets, so that a shell runs it
 * @param line its words; the shell itself is not among them. What a shell would put in for a variable or a substitution is
 *     unknown: the container's environment decides
 */
public record ImageCommand(Location at, boolean shell, CommandLine line) {}
