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
}
