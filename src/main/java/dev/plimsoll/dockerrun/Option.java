package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Handle;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it is written in a command.
 *
 * @param flag the flag
 * @param style how its value is written
 * @param word the word with the flag
 * @param holder the word with the value: the next one, or the same; the word with the flag if there is no value
 * @param value its value; null for a boolean without one
 * @param bundled whether the word holds other flags too
 */
public record Option(
        Flag flag,
        Style style,
        Word word,
        Word holder,
        @Nullable Text value,
        boolean bundled) implements Handle {
    /** How a flag's value is written. */
    public enum Style {
        /** In the next word. */
        SEPARATE,
        /** Behind an equals sign. */
        EQUALS,
        /** Right behind the letter. */
        ATTACHED,
        /** Not at all: a boolean. */
        NONE
    }

    /** The value, or an empty text where there is none. */
    public Text text() {
        return value == null ? word.text().part(0, 0) : value;
    }

    /** Whether a boolean is on, as far as that is known. */
    boolean isOn() {
        return value == null || Boolean.TRUE.equals(Grammar.truth(value.value()));
    }

    /** Flag and value. */
    public Location at() {
        int end = Math.max(word.at().span().end(), holder.at().span().end());
        return word.at().file() == holder.at().file()
                ? new Location(word.at().file(), new Span(word.at().span().start(), end))
                : word.at();
    }

    /** Where to point at: the value, else the flag. */
    public Location shown() {
        return value == null || value.isEmpty() ? word.at() : value.location();
    }

    /** The flag as it is written: {@code -m} or {@code --memory}. */
    public String spelled() {
        return word.value().startsWith("--") ? flag.written() : "-" + flag.shortName();
    }
}
