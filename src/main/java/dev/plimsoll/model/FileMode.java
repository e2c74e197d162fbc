package dev.plimsoll.model;

/**
 * Permission bits.
 *
 * @param bits the bits that the container gets
 * @param notation how the number was written
 */
public record FileMode(int bits, Notation notation) {
    /** The ways to write a mode. */
    public enum Notation {
        /** Octal digits, or a number that YAML reads as octal ({@code 0755}, {@code 0o755}). */
        OCTAL,
        /** A decimal number of a YAML file. */
        DECIMAL,
        /** Octal digits in a YAML string, where Compose takes a number only. */
        QUOTED
    }

    /** Whether others than owner and group may create files. */
    public static final int OTHERS_WRITE = 02;

    /** Whether the group may create files. */
    public static final int GROUP_WRITE = 020;

    /** Whether the owner may create files. */
    public static final int OWNER_WRITE = 0200;

    /** Only a file's owner may delete it. */
    public static final int STICKY = 01000;

    /** Anything for group and others. */
    public static final int NOT_OWNER = 077;

    /** The most that a mode has; the kernel drops what is above. Source: linux mm/shmem.c. */
    public static final int MAX = 07777;

    /** Whether all of these bits are set. */
    public boolean has(int wanted) {
        return (bits & wanted) == wanted;
    }

    /** The octal digits, without a prefix. */
    public String octal() {
        return Integer.toOctalString(bits);
    }
}
