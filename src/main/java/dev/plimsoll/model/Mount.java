package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/** Something mounted into a container. */
public sealed interface Mount permits TmpfsMount, VolumeMount, BindMount, OtherMount {
    /** Where files of running programs were before {@code /run}, which it links to. */
    String LINKED_RUN = "/var/run";

    /** Where files of running programs are. */
    String RUN = "/run";

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
     * What of the host is mounted, cleaned as the engine cleans paths before it mounts. Empty for what is not of the host,
     * and if it is not known; a home directory begins with {@code ~}.
     */
    default String hostSource() {
        String written = "";
        if (this instanceof BindMount bind) {
            written = bind.hostPath().orElse("");
        } else if (this instanceof VolumeMount volume && volume.device().isPresent()) {
            written = volume.device().get().known().orElse("");
        }
        // a volume's driver has no home
        boolean home = this instanceof BindMount && (written.equals("~") || written.startsWith("~/"));
        Optional<ContainerPath> clean = ContainerPath.of(home ? written.substring(1) + "/" : written);
        if (clean.isEmpty()) {
            return this instanceof BindMount ? written : "";
        }
        String path = clean.get().value();
        return !home ? path : path.equals("/") ? "~" : "~" + path;
    }

    /**
     * Where {@link #hostSource} leads, for comparisons: {@code /var/run} is a link to {@code /run}. Source: hier(7),
     * Filesystem Hierarchy Standard 3.0, 5.13.
     */
    default String hostPlace() {
        String path = hostSource();
        return path.equals(LINKED_RUN) || path.startsWith(LINKED_RUN + "/")
                ? path.substring(LINKED_RUN.length() - RUN.length())
                : path;
    }

    /** {@link #hostSource} as messages show it: as it is written where a variable takes part. */
    default String hostShown() {
        Value<String> written = null;
        if (this instanceof BindMount bind) {
            written = bind.source().value();
        } else if (this instanceof VolumeMount volume) {
            written = volume.device().orElse(null);
        }
        return written == null || written.known().orElse("").equals(written.raw()) ? hostSource() : written.raw();
    }

    /** Where it names what it mounts: a path of the host, or a volume. */
    default Located<Value<String>> named() {
        if (this instanceof BindMount bind) {
            return bind.source();
        }
        return this instanceof VolumeMount volume && volume.source().isPresent()
                ? volume.source().get()
                : target();
    }

    /** Whether the container may not write to what is mounted from the host. */
    default boolean isReadOnlyOfHost() {
        return this instanceof BindMount bind
                ? bind.readOnly()
                : this instanceof VolumeMount volume && volume.readOnly();
    }
}
