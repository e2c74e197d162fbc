package dev.plimsoll.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number of bytes. Units are binary everywhere in Docker and the kernel: {@code 1m} and {@code 1MB} are 1,048,576.
 *
 * @param bytes the number, not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    /** Bytes in a kibibyte. */
    public static final long KIB = 1024;

    /** Bytes in a mebibyte. */
    public static final long MIB = 1024 * KIB;

    /** Bytes in a gibibyte. */
    public static final long GIB = 1024 * MIB;

    private static final long MANY_KIB = 10 * MIB;

    /** No bytes. */
    public static final ByteSize ZERO = new ByteSize(0);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size: " + bytes);
        }
    }

    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteSize size && bytes == size.bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bytes);
    }

    /** A number of mebibytes. */
    public static ByteSize mebibytes(long count) {
        return new ByteSize(count * MIB);
    }

    /** The sum, at most {@link Long#MAX_VALUE}. */
    public ByteSize plus(ByteSize other) {
        long sum = bytes + other.bytes;
        return new ByteSize(sum < 0 ? Long.MAX_VALUE : sum);
    }

    /** The difference, at least zero. */
    public ByteSize minus(ByteSize other) {
        return new ByteSize(Math.max(0, bytes - other.bytes));
    }

    /** A multiple, at most {@link Long#MAX_VALUE}. */
    public ByteSize times(int factor) {
        return new ByteSize(factor != 0 && bytes > Long.MAX_VALUE / factor ? Long.MAX_VALUE : bytes * factor);
    }

    /** Whether this is more than another. */
    public boolean exceeds(ByteSize other) {
        return bytes > other.bytes;
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /**
     * A spelling that every grammar of Docker and the kernel takes: a whole number with the largest unit that divides it
     * ({@code 1536m}). What no mebibytes make is told in kibibytes as long as those are few: 2,000,000,000 bytes are easier
     * to read than 1953125k.
     */
    public String spelled() {
        if (bytes == 0) {
            return "0";
        }
        if (bytes % GIB == 0) {
            return bytes / GIB + "g";
        }
        if (bytes % MIB == 0) {
            return bytes / MIB + "m";
        }
        return bytes % KIB == 0 && bytes < MANY_KIB ? bytes / KIB + "k" : Long.toString(bytes);
    }

    /** The same in the style of a size that stood in its place: {@code 512M} where that was {@code 8G}. */
    public String spelledLike(String written) {
        int last = written.length() - 1;
        boolean capital =
                last > 0 && "KMGT".indexOf(written.charAt(last)) >= 0 && Character.isDigit(written.charAt(last - 1));
        return capital ? spelled().toUpperCase(Locale.ROOT) : spelled();
    }

    /** A short form for messages: {@code 1.5g}, {@code 512m}, {@code 512 bytes}; rounded to one decimal where needed. */
    @Override
    public String toString() {
        if (bytes < KIB) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        if (bytes < MIB) {
            return decimal(KIB, "k");
        }
        return bytes < GIB ? decimal(MIB, "m") : decimal(GIB, "g");
    }

    private String decimal(long unit, String letter) {
        long whole = bytes / unit;
        // the remainder is below a gibibyte, so ten times it does not overflow
        long tenths = (bytes % unit * 10 + unit / 2) / unit;
        if (tenths == 10) {
            whole++;
            tenths = 0;
        }
        return tenths == 0 ? whole + letter : whole + "." + tenths + letter;
    }
}
