package dev.plimsoll.git;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A class such as {@code [a-z]} or {@code [![:digit:]]} with the quirks of git's wildmatch.c. */
final class ByteClass {
    private final byte[] pattern;
    private final int to;
    private final boolean fold;
    private final boolean[] holds = new boolean[256];
    private boolean negated;
    private int at;
    /** The byte that a range could start with; zero behind a range and a name. */
    private int previous;

    private ByteClass(byte[] pattern, int from, int to, boolean fold) {
        this.pattern = pattern;
        this.at = from;
        this.to = to;
        this.fold = fold;
    }

    /**
     * Reads a class.
     *
     * @param from where its bracket opens
     * @return null if it does not close, or names a class that does not exist
     */
    static @Nullable ByteClass read(byte[] pattern, int from, int to, boolean fold) {
        ByteClass read = new ByteClass(pattern, from + 1, to, fold);
        return read.parse() ? read : null;
    }

    /** Where the pattern goes on. */
    int end() {
        return at;
    }

    /**
     * Whether a byte belongs to it.
     *
     * @param c from 0 to 255; in lower case where case does not count
     */
    boolean holds(int c) {
        return holds[c] != negated;
    }

    private boolean parse() {
        if (at < to && (pattern[at] == '!' || pattern[at] == '^')) {
            negated = true;
            at++;
        }
        // a bracket at the start does not close it
        int first = at;
        while (at < to && (at == first || pattern[at] != ']')) {
            if (!member()) {
                return false;
            }
            at++;
        }
        at++;
        return at <= to;
    }

    /** Reads a byte, range or name, up to its last byte. */
    private boolean member() {
        int c = pattern[at] & 0xFF;
        boolean more = at + 1 < to;
        if (c == '-' && previous != 0 && more && pattern[at + 1] != ']') {
            at++;
            return end(pattern[at] & 0xFF);
        }
        if (c == '[' && more && pattern[at + 1] == ':') {
            return name();
        }
        if (c == '\\') {
            at++;
            if (!more) {
                return false;
            }
            c = pattern[at] & 0xFF;
        }
        holds[c] = true;
        previous = c;
        return true;
    }

    /** Reads the end of a range. */
    private boolean end(int first) {
        int last = first;
        if (last == '\\') {
            at++;
            if (at == to) {
                return false;
            }
            last = pattern[at] & 0xFF;
        }
        for (int c = previous; c <= last; c++) {
            holds[c] = true;
            if (fold && c >= 'A' && c <= 'Z') {
                holds[c + ('a' - 'A')] = true;
            }
        }
        previous = 0;
        return true;
    }

    /** Reads {@code [:name:]}; a bracket and a colon that start none are a bracket and a colon. */
    private boolean name() {
        int start = at + 2;
        int close = indexOfBracket(pattern, start, to);
        if (close < 0) {
            return false;
        }
        if (close == start || pattern[close - 1] != ':') {
            holds['['] = true;
            previous = '[';
            return true;
        }
        at = close;
        previous = 0;
        return addNamed(new String(pattern, start, close - 1 - start, StandardCharsets.US_ASCII));
    }

    private static int indexOfBracket(byte[] pattern, int from, int to) {
        for (int i = from; i < to; i++) {
            if (pattern[i] == ']') {
                return i;
            }
        }
        return -1;
    }

    private boolean addNamed(String name) {
        for (int c = 0; c < holds.length; c++) {
            Boolean is = is(name, c);
            if (is == null) {
                return false;
            }
            holds[c] |= is;
        }
        return true;
    }

    /** Whether a byte belongs to a POSIX class of the C locale; null if there is no such class. */
    private @Nullable Boolean is(String name, int c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graph = c > ' ' && c < 127;
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 127;
            case "digit" -> digit;
            case "graph" -> graph;
            case "lower" -> lower;
            case "print" -> graph || c == ' ';
            case "punct" -> graph && !lower && !upper && !digit;
            // git's own idea of it, without vertical tabs and form feeds
            case "space" -> c == ' ' || c == '\t' || c == '\n' || c == '\r';
            case "upper" -> upper || (fold && lower);
            case "xdigit" -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> null;
        };
    }
}
