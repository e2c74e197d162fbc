package dev.plimsoll.model;

import java.util.Optional;

/**
 * A device of the host that a container may use.
 *
 * @param path its path on the host, cleaned; empty for one that is named otherwise: {@code vendor.com/gpu=all}
 */
public record HostDevice(Optional<String> path) {
    /** The device of the short form, {@code HOST[:CONTAINER[:PERMISSIONS]]}. */
    public static HostDevice ofShort(String written) {
        int colon = written.indexOf(':');
        return of(colon < 0 ? written : written.substring(0, colon));
    }

    /** The device at a path of the host. */
    public static HostDevice of(String path) {
        Optional<ContainerPath> cleaned = ContainerPath.of(path);
        return new HostDevice(cleaned.isPresent() ? Optional.of(cleaned.get().value()) : Optional.empty());
    }
}
