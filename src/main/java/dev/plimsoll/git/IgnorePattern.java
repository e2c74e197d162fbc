package dev.plimsoll.git;

import org.jspecify.annotations.Nullable;

/** A line of a {@code .gitignore}, as gitignore(5) and git's dir.c read it. All is compared in bytes, as git does. */
final class IgnorePattern {
    /** Longest pattern, in bytes: no system takes a path that long (PATH_MAX of Linux). */
    private static final int MAX_LENGTH = 4096;

    /** What a comparison without wildcards takes, measured. */
    private static final int PLAIN_STEPS = 4;

    private final byte[] text;
    private final int from;
    private final int to;
    /** Where the first wildcard stands; the end if there is none. */
    private final int wildcard;

    private final boolean negative;
    private final boolean directoryOnly;
    /** Whether it fits names at any depth, not paths. */
    private final boolean nameOnly;
    /** Whether it is one star and a plain end, {@code *.log}. */
    private final boolean suffix;

    private final boolean fold;
    private final @Nullable Glob glob;

    private IgnorePattern(byte[] text, int start, int end, boolean fold) {
        this.text = text;
        this.fold = fold;
        this.negative = text[start] == '!';
        int first = negative ? start + 1 : start;
        this.directoryOnly = end > first && text[end - 1] == '/';
        this.to = directoryOnly ? end - 1 : end;
        this.nameOnly = indexOf(text, first, to, '/') < 0;
        // one with a slash counts from its directory anyway: the slash at the start has said so
        this.from = !nameOnly && text[first] == '/' ? first + 1 : first;
        this.wildcard = wildcard(from);
        this.suffix = nameOnly && wildcard == from && from < to && text[from] == '*' && wildcard(from + 1) == to;
        this.glob = wildcard == to || suffix ? null : Glob.of(text, nameOnly ? from : wildcard, to, fold);
    }

    /**
     * Reads a line.
     *
     * @param start where it starts
     * @param end its line end
     * @param fold whether ASCII letters match in either case
     * @return null for a comment and for what matches nothing
     */
    static @Nullable IgnorePattern of(byte[] bytes, int start, int end, boolean fold) {
        int last = indexOf(bytes, start, end, '\0');
        last = withoutBlanks(bytes, start, last < 0 ? end : last);
        boolean comment = last == start || bytes[start] == '#';
        return comment || last - start > MAX_LENGTH ? null : new IgnorePattern(bytes, start, last, fold);
    }

    private static int indexOf(byte[] bytes, int from, int to, char c) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** Where a line ends without its trailing spaces; those behind a backslash stay. */
    private static int withoutBlanks(byte[] bytes, int start, int end) {
        int blanks = -1;
        int i = start;
        while (i < end) {
            blanks = bytes[i] != ' ' ? -1 : blanks < 0 ? i : blanks;
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return blanks < 0 ? end : blanks;
    }

    private int wildcard(int start) {
        int i = start;
        while (i < to && text[i] != '*' && text[i] != '?' && text[i] != '[' && text[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Whether what it matches is not ignored after all. */
    boolean isNegative() {
        return negative;
    }

    /** About how many steps it takes to match a path of this length; one is what a {@link Glob} does for a byte. */
    int steps(int length) {
        return glob == null ? PLAIN_STEPS : glob.steps(length);
    }

    /**
     * Whether it matches a path.
     *
     * @param path with slashes, from the root of the work tree
     * @param base where the path goes on behind the directory of the pattern's file
     * @param name where its last name starts
     */
    boolean matches(byte[] path, int base, int name, boolean isDirectory) {
        if (directoryOnly && !isDirectory) {
            return false;
        }
        if (suffix) {
            int length = to - from - 1;
            return path.length - name >= length && equal(from + 1, path, path.length - length, length);
        }
        int start = nameOnly ? name : base;
        if (glob == null) {
            return path.length - start == to - from && equal(from, path, start, to - from);
        }
        if (nameOnly) {
            return glob.matches(path, start, path.length);
        }
        int plain = wildcard - from;
        return path.length - start >= plain
                && equal(from, path, start, plain)
                && glob.matches(path, start + plain, path.length);
    }

    private boolean equal(int at, byte[] path, int start, int length) {
        for (int i = 0; i < length; i++) {
            if (Glob.folded(text[at + i], fold) != Glob.folded(path[start + i], fold)) {
                return false;
            }
        }
        return true;
    }
}
