package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;

/**
 * One word of a command, after quotes and escapes were taken off.
 *
 * @param text the word. Its units know their place. What a variable, a command substitution or a placeholder of
 *     documentation would give is one unit {@link Text#UNKNOWN}; a default ({@code ${X:-d}}), a variable assigned once and
 *     an element of an array are marked as taken from a variable
 * @param at the word as written, quotes included; for an element of an array its place in the assignment
 * @param quote how it is quoted there
 */
public record Word(Text text, Location at, Quote quote) {
    /**
     * A word that is written nowhere, for something that says the same. Each of its units stands for the whole place, so that
     * no part of it can be edited.
     */
    public static Word standingFor(String value, Location place) {
        Text.Builder text = Text.builder(place.file(), place.span().start());
        for (int i = 0; i < value.length(); i++) {
            text.written(value.charAt(i), place.span().start(), place.span().end());
        }
        return new Word(text.build(), place, Quote.NONE);
    }

    /** The characters, with {@link Text#UNKNOWN} for each unknown part. */
    public String value() {
        return text.value();
    }

    /**
     * Whether it may stand for any number of words, none and several among them, so that options may be in it that nobody
     * sees: {@code $OPTS} without quotes, {@code "$@"}, an array that is not known, {@code ...}. False for what is unknown
     * and one word for sure: {@code "$X"}, {@code <image>}.
     */
    public boolean mayBeSeveral() {
        for (int i = 0; i < text.length(); i++) {
            if (text.isWrittenAt(i) || text.value().charAt(i) != Text.UNKNOWN) {
                return false;
            }
        }
        if (text.isEmpty()) {
            return false;
        }
        String written = at.text();
        if (quote != Quote.NONE) {
            return written.contains("[@]") || written.contains("$@");
        }
        char first = written.isEmpty() ? '$' : written.charAt(0);
        return "$`(.…@%!".indexOf(first) >= 0 || Placeholders.namesSeveral(written);
    }
}
