package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/** Something mounted into a container. */
public sealed interface Mount permits TmpfsMount, VolumeMount, BindMount, OtherMount {
    /** Where in the container, as written. */
    Located<Value<String>> target();

    /** The whole declaration: the short string, the long form's mapping, the flag's value. */
    Located<String> declared();

    /** What it was read from, for the writer of its container. */
    Handle handle();

    /**
     * Settings that are written with it though its type does not take them, by the name under which messages call them:
     * {@code source} of a tmpfs, {@code tmpfs.size} of a volume, an unknown key of {@code --mount}.
     */
    List<Located<String>> foreign();

    /** Where in the container, cleaned; empty if it is not known or not absolute. */
    default Optional<ContainerPath> path() {
        Optional<String> known = target().value().known();
        return known.isPresent() ? ContainerPath.of(known.get()) : Optional.empty();
    }

    /**
     * What of the host is mounted, however it is spelled: the engine cleans paths before it mounts. Empty for what is not
     * of the host, and if it is not known; a home directory begins with {@code ~}.
     */
    default String hostSource() {
        String written = "";
        if (this instanceof BindMount bind) {
            written = bind.hostPath().orElse("");
        } else if (this instanceof VolumeMount volume) {
            written = volume.device().orElse("");
        }
        boolean home = written.equals("~") || written.startsWith("~/");
        Optional<ContainerPath> clean = ContainerPath.of(home ? written.substring(1) + "/" : written);
        if (clean.isEmpty()) {
            return written;
        }
        String path = clean.get().value();
        return !home ? path : path.equals("/") ? "~" : "~" + path;
    }
}
