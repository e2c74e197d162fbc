package dev.plimsoll.model;

import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Turns changes into edits of the text that a container or a declaration was read from. Made by the reader, which knows
 * the syntax.
 *
 * @param <C> the changes that it is asked for
 */
public interface ChangeWriter<C extends Change> {
    /**
     * Writes a change, whole or not at all.
     *
     * @param causes where that is written which makes it necessary; what is added goes into the last of these files, and
     *     nothing is changed in one that may be used without another of them
     * @param into takes the edits; stays as it is if the change is refused
     * @return why the change cannot be written, for messages: lower case, no final period; empty if it was
     */
    Optional<String> write(C change, List<Location> causes, List<Edit> into);
}
