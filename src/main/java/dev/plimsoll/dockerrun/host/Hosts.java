package dev.plimsoll.dockerrun.host;

import dev.plimsoll.source.SourceFile;

/** Reads files that hold commands. */
public final class Hosts {
    private Hosts() {}

    /** What a file holds, read as this kind. */
    public static Embedded read(SourceFile file, HostKind kind) {
        return Embedded.NOTHING;
    }
}
