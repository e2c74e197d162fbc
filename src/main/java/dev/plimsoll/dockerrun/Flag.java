package dev.plimsoll.dockerrun;

/**
 * A flag of a docker or podman command.
 *
 * @param name the long name, without dashes
 * @param shortName its letter; 0 if it has none
 * @param kind whether it takes a value, and whether a second one adds to the first
 * @param commands letters of the commands that have it, see {@link Flags}
 * @param grammar what its value must look like
 * @param key the key of a Compose service or volume that says the same; empty if there is none
 */
public record Flag(String name, char shortName, Kind kind, String commands, Grammar grammar, String key) {
    /** How often a flag counts. */
    enum Kind {
        /** On or off; a value needs {@code =}. */
        BOOLEAN,
        /** One value: the last one counts. */
        SINGLE,
        /** Every value counts. */
        LIST
    }

    /** Whether the next word is its value if none is written with it. */
    boolean takesValue() {
        return kind != Kind.BOOLEAN;
    }

    /** The long form as it is written. */
    String written() {
        return "--" + name;
    }

    @Override
    public String toString() {
        return written();
    }
}
