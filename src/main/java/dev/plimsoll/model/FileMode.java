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
        DECIMAL
    }

    /** The octal digits, without a prefix. */
    public String octal() {
        return Integer.toOctalString(bits);
    }
}
