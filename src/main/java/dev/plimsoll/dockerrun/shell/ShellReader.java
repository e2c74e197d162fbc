package dev.plimsoll.dockerrun.shell;

import dev.plimsoll.source.Text;
import java.util.List;

/** Finds the docker and podman commands of a shell text and cuts them into words. Nothing is executed. */
public final class ShellReader {
    private ShellReader() {}

    /** The commands of a script, in the order in which they are written. */
    public static List<ShellCommand> read(Text code, ShellDialect dialect) {
        return List.of();
    }
}
