package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.OptionalLong;

/** A scalar: its value after quotes and escapes, what was written, and what Docker's YAML takes it for. */
@SuppressWarnings("EnumOrdinal") // a byte for a constant, and not a word: see the fields
public final class YamlScalar extends YamlNode {
    /** How a scalar is written. */
    public enum Style {
        /** Without quotes. */
        PLAIN,
        /** In single quotes. */
        SINGLE_QUOTED,
        /** In double quotes. */
        DOUBLE_QUOTED,
        /** A block that begins with a vertical bar. */
        LITERAL,
        /** A block that begins with a greater-than sign. */
        FOLDED
    }

    /** What a scalar stands for. */
    public enum Kind {
        /** Nothing written, {@code ~} or {@code null}. */
        NULL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** A number with a point or an exponent, {@code .inf}, {@code .nan}. */
        FLOAT,
        /** All else. */
        STRING
    }

    private static final int YEAR_DIGITS = 4;

    private static final Style[] STYLES = Style.values();
    private static final Kind[] KINDS = Kind.values();
    private static final byte NOT_ASKED = -1;

    private final String value;
    /** Numbers of the constants, which take a byte: a large file has a million scalars. */
    private final byte style;

    private byte kind = NOT_ASKED;

    YamlScalar(Properties properties, int start, int end, String value, Style style) {
        super(properties, start, end);
        this.value = value;
        this.style = (byte) style.ordinal();
    }

    /** The value after quotes, escapes and folding. */
    public String value() {
        return value;
    }

    /** How it is written. */
    public Style style() {
        return STYLES[style];
    }

    /** What was written, quotes included. */
    public String raw() {
        boolean same = end() - start() == value.length() && file().text().startsWith(value, start());
        return same ? value : file().text().substring(start(), end());
    }

    /** The value with the place of each unit. */
    public Text text() {
        Text made = properties().text();
        if (made != null) {
            return made;
        }
        int quotes = isQuoted() ? 1 : 0;
        int from = start() + quotes;
        if (end() - quotes - from == value.length() && file().text().startsWith(value, from)) {
            return Text.verbatim(file(), from, value);
        }
        made = ScalarText.of(this);
        remember(made);
        return made;
    }

    /** What Docker's YAML reader takes it for: YAML 1.2 core, octal numbers of 1.1 included. */
    public Kind kind() {
        byte known = kind;
        if (known == NOT_ASKED) {
            boolean resolved = style() == Style.PLAIN && properties().tag() == null;
            known = (byte) (resolved ? ScalarKinds.of(value) : Kind.STRING).ordinal();
            kind = known;
        }
        return KINDS[known];
    }

    /**
     * Whether Docker's YAML reader takes it for a date, which no key of a Compose file may hold. Its {@link #kind} is that
     * of the text.
     */
    public boolean isDate() {
        // most files have none: the class that knows them is loaded for what looks like one
        boolean likely = value.length() > YEAR_DIGITS
                && value.charAt(YEAR_DIGITS) == '-'
                && value.charAt(0) >= '0'
                && value.charAt(0) <= '9';
        return likely && style() == Style.PLAIN && tag().isEmpty() && kind() == Kind.STRING && Dates.isDate(value);
    }

    /** The number that an integer scalar stands for; empty for other kinds and for numbers beyond 64 bits. */
    public OptionalLong integer() {
        return kind() == Kind.INTEGER ? ScalarKinds.integer(value) : OptionalLong.empty();
    }

    private boolean isQuoted() {
        Style written = style();
        return written == Style.SINGLE_QUOTED || written == Style.DOUBLE_QUOTED;
    }

    /** Where the value stands inside its quotes; the whole span for other styles. */
    public Location content() {
        return isQuoted() ? new Location(file(), start() + 1, end() - 1) : location();
    }

    @Override
    public String description() {
        return switch (kind()) {
            case NULL -> "nothing";
            case BOOLEAN -> "a boolean";
            case INTEGER, FLOAT -> "a number";
            case STRING -> "a string";
        };
    }
}
