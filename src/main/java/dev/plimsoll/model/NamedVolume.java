package dev.plimsoll.model;

/**
 * A volume declared by name.
 *
 * @param key the name it is used by
 * @param external whether it is made elsewhere
 * @param tmpfs whether the local driver mounts a tmpfs for it
 * @param handle what declares it
 */
public record NamedVolume(Located<String> key, boolean external, boolean tmpfs, Handle handle) {
    /** The name it is used by. */
    public String name() {
        return key.value();
    }
}
