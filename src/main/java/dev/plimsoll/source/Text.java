package dev.plimsoll.source;

import java.util.Arrays;

/**
 * A string whose every UTF-16 unit knows where in a file it was written: the value of a scalar after quotes, escapes and
 * variables were resolved. Its parts can be cut out and still be pointed at. A part that only a variable's value could
 * tell is one unit marked unknown; a part that comes from a variable is marked so, since no edit may touch it.
 */
public final class Text {
    /** Stands in {@link #value()} where a value is unknown. A noncharacter, so that no grammar accepts it. */
    public static final char UNKNOWN = '\uFFFF';

    private static final byte WRITTEN = 0;
    private static final byte FROM_VARIABLE = 1;
    private static final byte NOT_KNOWN = 2;
    /** From a variable's value, which is not written in this file. */
    private static final byte ELSEWHERE = 3;

    private final SourceFile file;
    private final String value;
    /** Where the text begins in the file; the place of an empty text. */
    private final int start;
    /** Offset of each unit and of the place after it; null where the units stand in the file one after the other. */
    private final int[] starts;

    private final int[] ends;
    /** What each unit is; empty where all were written. */
    private final byte[] kinds;

    private static final int[] CONTIGUOUS = {};
    private static final byte[] ALL_WRITTEN = {};

    private Text(SourceFile file, String value, int start, int[] starts, int[] ends, byte[] kinds) {
        this.file = file;
        this.value = value;
        this.start = start;
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
    }

    /** The text that stands at a location, unit for unit. */
    public static Text verbatim(Location at) {
        return new Text(at.file(), at.text(), at.from(), CONTIGUOUS, CONTIGUOUS, ALL_WRITTEN);
    }

    /** A value that stands in a file unit for unit from an offset on. */
    public static Text verbatim(SourceFile file, int start, String value) {
        return new Text(file, value, start, CONTIGUOUS, CONTIGUOUS, ALL_WRITTEN);
    }

    /** A builder for a text of this file that begins at an offset. */
    public static Builder builder(SourceFile file, int start) {
        return new Builder(file, start);
    }

    /** The characters, with {@link #UNKNOWN} for each unknown part. */
    public String value() {
        return value;
    }

    /** Number of UTF-16 units. */
    public int length() {
        return value.length();
    }

    /** Whether there are no units. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Whether no part depends on a variable without a known value. */
    public boolean isKnown() {
        return !has(NOT_KNOWN);
    }

    /** Whether every unit was written literally, none taken from a variable. */
    public boolean isLiteral() {
        return kinds.length == 0 || !(has(FROM_VARIABLE) || has(NOT_KNOWN) || has(ELSEWHERE));
    }

    /** Whether the unit at an index is written in the file as it stands here. */
    public boolean isWrittenAt(int index) {
        return kinds.length == 0 || kinds[index] == WRITTEN;
    }

    /**
     * The characters as messages show them: what is written in the file, defaults resolved, with the reference in place
     * of a variable's value. What a variable holds is written elsewhere, and often is a secret.
     */
    public String shown() {
        if (isKnown() && !has(ELSEWHERE)) {
            return value;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (kinds[i] != ELSEWHERE && kinds[i] != NOT_KNOWN) {
                shown.append(value.charAt(i));
            } else if (i == 0 || kinds[i - 1] != kinds[i] || starts[i - 1] != starts[i]) {
                shown.append(file.text(), starts[i], ends[i]);
            }
        }
        return shown.toString();
    }

    /**
     * The characters as written, with the reference in place of a variable's value and of a default. Where they stand in
     * one line they are that piece of the file, with its escapes; what stands in several has an indentation and perhaps a
     * header and a comment between them, which are no part of it.
     */
    public String raw() {
        if (isLiteral()) {
            return value;
        }
        String slice = location().text();
        if (slice.indexOf('\n') < 0 && slice.indexOf('\r') < 0) {
            return slice;
        }
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (kinds[i] == WRITTEN) {
                raw.append(value.charAt(i));
            } else if (i == 0 || kinds[i - 1] != kinds[i] || starts[i - 1] != starts[i]) {
                raw.append(file.text(), starts[i], ends[i]);
            }
        }
        return raw.toString();
    }

    /** Whether a variable's value, which is not written in the file, is a part of it. */
    public boolean isFromElsewhere() {
        return has(ELSEWHERE);
    }

    /** Whether the units follow each other in the file just as they do here, so that it can be edited in place. */
    public boolean isContiguous() {
        return starts.length == 0;
    }

    private boolean has(byte kind) {
        for (byte k : kinds) {
            if (k == kind) {
                return true;
            }
        }
        return false;
    }

    /** The file. */
    public SourceFile file() {
        return file;
    }

    /** From where the first unit begins to where the last ends; an empty span for an empty text. */
    public Location location() {
        if (value.isEmpty()) {
            return new Location(file, Span.at(start));
        }
        return new Location(file, span(0, value.length()));
    }

    private int startOf(int index) {
        return starts.length == 0 ? start + index : starts[index];
    }

    private int endOf(int index) {
        return ends.length == 0 ? start + index + 1 : ends[index];
    }

    /**
     * The part from one index up to another.
     *
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public Text part(int from, int to) {
        if (from == 0 && to == value.length()) {
            return this;
        }
        String cut = value.substring(from, to);
        int begin = from < value.length() ? startOf(from) : value.isEmpty() ? start : endOf(value.length() - 1);
        boolean inPlace = starts.length == 0;
        return new Text(
                file,
                cut,
                begin,
                inPlace ? CONTIGUOUS : Arrays.copyOfRange(starts, from, to),
                inPlace ? CONTIGUOUS : Arrays.copyOfRange(ends, from, to),
                kinds.length == 0 ? ALL_WRITTEN : Arrays.copyOfRange(kinds, from, to));
    }

    /**
     * Where the units from one index up to another are written, from the first to the last; an empty span before the
     * unit for none. Unlike {@link #part} it copies nothing.
     *
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public Span span(int from, int to) {
        if (from < 0 || to < from || to > value.length()) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + value.length());
        }
        if (from < to) {
            int begin = startOf(from);
            return new Span(begin, Math.max(begin, endOf(to - 1)));
        }
        return Span.at(from < value.length() ? startOf(from) : from == 0 ? start : endOf(from - 1));
    }

    /** The part from an index to the end. */
    public Text from(int index) {
        return part(index, value.length());
    }

    /** This text without white space at its ends. */
    public Text strip() {
        int from = 0;
        int to = value.length();
        while (from < to && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
            to--;
        }
        return part(from, to);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Collects units with their places. */
    public static final class Builder {
        private final SourceFile file;
        private final int start;
        private final StringBuilder value = new StringBuilder();
        private int[] starts = new int[32];
        private int[] ends = new int[32];
        private byte[] kinds = new byte[32];

        private Builder(SourceFile file, int start) {
            this.file = file;
            this.start = start;
        }

        /** Adds a unit that is written from one offset of the file up to another. */
        public Builder written(char unit, int from, int to) {
            return add(unit, from, to, WRITTEN);
        }

        /** Adds a unit of another text, with its place and kind. */
        public Builder copy(Text text, int index) {
            byte kind = text.kinds.length == 0 ? WRITTEN : text.kinds[index];
            return add(text.value.charAt(index), text.startOf(index), text.endOf(index), kind);
        }

        /** Adds a unit of another text that stands here because a variable was not set. */
        public Builder copyAsDefault(Text text, int index) {
            byte kind = text.isWrittenAt(index) ? FROM_VARIABLE : text.kinds[index];
            return add(text.value.charAt(index), text.startOf(index), text.endOf(index), kind);
        }

        /** Adds a variable's value, all of it placed at the reference to the variable. */
        public Builder variable(String known, Span reference) {
            for (int i = 0; i < known.length(); i++) {
                add(known.charAt(i), reference.start(), reference.end(), ELSEWHERE);
            }
            return this;
        }

        /** Adds a part that nobody can know here, placed at the reference to the variable. */
        public Builder unknown(Span reference) {
            return add(UNKNOWN, reference.start(), reference.end(), NOT_KNOWN);
        }

        private Builder add(char unit, int from, int to, byte kind) {
            int n = value.length();
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, n * 2);
                ends = Arrays.copyOf(ends, n * 2);
                kinds = Arrays.copyOf(kinds, n * 2);
            }
            starts[n] = from;
            ends[n] = to;
            kinds[n] = kind;
            value.append(unit);
            return this;
        }

        /** The text of what was added. */
        public Text build() {
            int n = value.length();
            return new Text(
                    file,
                    value.toString(),
                    start,
                    Arrays.copyOf(starts, n),
                    Arrays.copyOf(ends, n),
                    Arrays.copyOf(kinds, n));
        }
    }
}
