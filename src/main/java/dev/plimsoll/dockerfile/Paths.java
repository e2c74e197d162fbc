package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import java.util.Optional;

/** Paths in the image. */
final class Paths {
    /** Longest path that Linux takes, in bytes (PATH_MAX). Relative working directories would pile up without it. */
    private static final int MAX_LENGTH = 4096;

    private Paths() {}

    /**
     * A path seen from a working directory. Empty where the directory counts and is not known, for a path that is too long,
     * and for one with a drive letter or backslashes, which means one thing in a Windows image and another in the rest.
     */
    static Optional<ContainerPath> join(Field<ContainerPath> workdir, String path) {
        if (path.length() > MAX_LENGTH || path.indexOf('\\') >= 0 || (path.length() > 1 && path.charAt(1) == ':')) {
            return Optional.empty();
        }
        if (path.startsWith("/")) {
            return ContainerPath.of(path);
        }
        Optional<ContainerPath> from = workdir.known();
        if (from.isEmpty() || from.get().value().length() + path.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return ContainerPath.of(from.get().value() + "/" + path);
    }
}
