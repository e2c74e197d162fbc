package dev.plimsoll.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern with wildcards, compiled from bytes as git's wildmatch.c reads them: {@code *} and {@code ?} and classes stop at a
 * slash, {@code **} between slashes does not. Matching follows all possibilities at once, so that its time is bounded by the
 * product of the lengths, whatever the pattern.
 */
final class Glob {
    /** Stands for any byte but a slash. */
    private static final int ANY = -1;
    /** Stands for any bytes but slashes. */
    private static final int STAR = -2;
    /** Stands for any bytes. */
    private static final int DEEP = -3;
    /** Stands for any bytes; together with the slash behind it also for none. */
    private static final int DIRECTORIES = -4;
    /** Stands for what the first class holds; the second one is one less, and so on. */
    private static final int CLASS = -5;

    /** How a state was reached: by reading on inside of a wildcard, or from before. */
    private static final byte INSIDE = 1;

    private static final byte ENTERED = 2;

    private final int[] tokens;
    private final List<ByteClass> classes;
    private final boolean fold;

    private Glob(int[] tokens, List<ByteClass> classes, boolean fold) {
        this.tokens = tokens;
        this.classes = classes;
        this.fold = fold;
    }

    /**
     * Compiles a pattern.
     *
     * @param fold whether ASCII letters match in either case
     * @return one that matches nothing if a class is not closed or unknown
     */
    static Glob of(byte[] pattern, int from, int to, boolean fold) {
        int[] tokens = new int[to - from];
        int count = 0;
        List<ByteClass> classes = new ArrayList<>(0);
        int at = from;
        while (at < to) {
            byte c = pattern[at];
            if (c == '*') {
                int end = at;
                while (end < to && pattern[end] == '*') {
                    end++;
                }
                tokens[count++] = stars(pattern, from, at, end, to);
                at = end;
            } else if (c == '[') {
                ByteClass read = ByteClass.read(pattern, at, to, fold);
                if (read == null) {
                    return new Glob(new int[] {Integer.MAX_VALUE}, classes, fold);
                }
                tokens[count++] = CLASS - classes.size();
                classes.add(read);
                at = read.end();
            } else if (c == '\\') {
                // a backslash at the end stands for nothing that a name could hold
                tokens[count++] = at + 1 < to ? folded(pattern[at + 1], fold) : Integer.MAX_VALUE;
                at += 2;
            } else {
                tokens[count++] = c == '?' ? ANY : folded(c, fold);
                at++;
            }
        }
        return new Glob(Arrays.copyOf(tokens, count), classes, fold);
    }

    /** What a run of stars stands for. */
    private static int stars(byte[] pattern, int from, int start, int end, int to) {
        boolean first = start == from || pattern[start - 1] == '/';
        if (end - start == 1 || !first) {
            return STAR;
        }
        if (end == to) {
            return DEEP;
        }
        if (pattern[end] == '/') {
            return DIRECTORIES;
        }
        boolean escapedSlash = pattern[end] == '\\' && end + 1 < to && pattern[end + 1] == '/';
        return escapedSlash ? DEEP : STAR;
    }

    /** A byte from 0 to 255, in lower case if that is asked for. */
    static int folded(byte value, boolean fold) {
        int c = value & 0xFF;
        return fold && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    /** About how many steps it takes to match a text of this length. */
    int steps(int length) {
        return (tokens.length + 1) * length;
    }

    /** Whether the pattern matches all of a text. */
    boolean matches(byte[] text, int from, int to) {
        byte[] now = new byte[tokens.length + 1];
        byte[] next = new byte[tokens.length + 1];
        enter(now, 0);
        for (int at = from; at < to; at++) {
            if (!step(now, next, folded(text[at], fold))) {
                return false;
            }
            byte[] old = now;
            now = next;
            next = old;
            Arrays.fill(next, (byte) 0);
        }
        return now[tokens.length] != 0;
    }

    private boolean step(byte[] now, byte[] next, int c) {
        boolean any = false;
        for (int i = 0; i < tokens.length; i++) {
            if (now[i] == 0) {
                continue;
            }
            int token = tokens[i];
            if (token == STAR || token == DEEP || token == DIRECTORIES) {
                if (token != STAR || c != '/') {
                    next[i] = next[i] == 0 ? INSIDE : next[i];
                    enter(next, i + 1);
                    any = true;
                }
            } else if (isOne(token, c)) {
                enter(next, i + 1);
                any = true;
            }
        }
        return any;
    }

    private boolean isOne(int token, int c) {
        if (token <= CLASS) {
            return c != '/' && classes.get(CLASS - token).holds(c);
        }
        return token == ANY ? c != '/' : token == c;
    }

    /** Marks a place in the pattern, and those behind it that can be reached without reading. */
    private void enter(byte[] states, int from) {
        int i = from;
        while (states[i] != ENTERED) {
            states[i] = ENTERED;
            if (i == tokens.length) {
                return;
            }
            int token = tokens[i];
            if (token == DIRECTORIES) {
                // the slash behind it has to be read by who reads anything here
                states[i + 1] = ENTERED;
                i += 2;
            } else if (token == STAR || token == DEEP) {
                i++;
            } else {
                return;
            }
        }
    }
}
