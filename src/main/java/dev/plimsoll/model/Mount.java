package dev.plimsoll.model;

import java.util.Optional;

/** Something mounted into a container. */
public sealed interface Mount permits TmpfsMount, VolumeMount, BindMount, OtherMount {
    /** Where in the container, as written. */
    Located<Value<String>> target();

    /** Where in the container, cleaned; empty if it is not known or not absolute. */
    default Optional<ContainerPath> path() {
        Optional<String> known = target().value().known();
        return known.isPresent() ? ContainerPath.of(known.get()) : Optional.empty();
    }
}
