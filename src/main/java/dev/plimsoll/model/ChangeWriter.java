package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.Optional;

/** Turns changes into edits of the text that a container or a declaration was read from. Made by the reader, which knows the syntax. */
public interface ChangeWriter {
    /**
     * Writes a change, whole or not at all.
     *
     * @param sink takes the edits; it is not called if the change is refused
     * @return why the change cannot be written, for messages: lower case, no final period; empty if it was
     */
    Optional<String> write(Change change, EditSink sink);

    /** Takes edits. */
    interface EditSink {
        /** Replace what stands at a place; an empty span inserts. */
        void replace(Location at, String text);
    }
}
