package dev.plimsoll.inspect;

import dev.plimsoll.shell.ShellCommand;
import java.util.Optional;

/**
 * A container that an engine has.
 *
 * @param name its name
 * @param id its id; empty if that is not told
 * @param command the command that would make it
 * @param origin the service that Compose made it of
 */
public record RunningContainer(String name, String id, ShellCommand command, Optional<ComposeOrigin> origin) {}
