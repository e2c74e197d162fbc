package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A scalar: its value after quotes and escapes, what was written, and what Docker's YAML takes it for. */
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

    private final String value;
    private final Style style;
    private @Nullable Text text;
    private @Nullable Kind kind;

    YamlScalar(SourceFile file, Span span, @Nullable String tag, @Nullable String anchor, String value, Style style) {
        super(file, span, tag, anchor);
        this.value = value;
        this.style = style;
    }

    /** The value after quotes, escapes and folding. */
    public String value() {
        return value;
    }

    /** How it is written. */
    public Style style() {
        return style;
    }

    /** What was written, quotes included. */
    public String raw() {
        return location().text();
    }

    /** The value with the place of each unit. */
    public Text text() {
        Text made = text;
        if (made == null) {
            made = ScalarText.of(this);
            text = made;
        }
        return made;
    }

    /** What Docker's YAML reader takes it for: YAML 1.2 core, octal numbers of 1.1 included. */
    public Kind kind() {
        Kind made = kind;
        if (made == null) {
            made = style == Style.PLAIN && !tag().isPresent() ? ScalarKinds.of(value) : Kind.STRING;
            kind = made;
        }
        return made;
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
        return likely && style == Style.PLAIN && tag().isEmpty() && kind() == Kind.STRING && Dates.isDate(value);
    }

    /** The number that an integer scalar stands for; empty for other kinds and for numbers beyond 64 bits. */
    public OptionalLong integer() {
        return kind() == Kind.INTEGER ? ScalarKinds.integer(value) : OptionalLong.empty();
    }

    /** Where the value stands inside its quotes; the whole span for other styles. */
    public Location content() {
        if (style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED) {
            return new Location(file(), new Span(span().start() + 1, span().end() - 1));
        }
        return location();
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
