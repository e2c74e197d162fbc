package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one word as written comes to: one word, or none or several where something in it expands. */
final class WordBuilder {
    private final Text code;
    private final int from;
    private final List<Word> out;
    private final int before;
    private Text.Builder units;
    private int count;
    private boolean quoted;
    private int plainUnits;
    private int singles;
    private int doubles;
    private int others;
    /** The element of an array that is the whole word so far; null if it is anything else. */
    private @Nullable Word origin;
    /** The reference that brought the element. */
    private Span reference;
    /** How many defaults of variables we are inside of. */
    private int inDefault;

    /** A word that begins at an index of the code; its words are added to a list. */
    WordBuilder(Text code, int from, List<Word> out) {
        this.code = code;
        this.from = from;
        this.out = out;
        this.before = out.size();
        this.units = Text.builder(code.file(), code.span(from, from).start());
        this.reference = code.span(from, from);
    }

    /** A builder whose outcome nobody wants. */
    WordBuilder discarded() {
        return new WordBuilder(code, from, new java.util.ArrayList<>());
    }

    void enterDefault() {
        inDefault++;
    }

    void leaveDefault() {
        inDefault--;
    }

    /** Number of units so far in the present word. */
    int count() {
        return count;
    }

    /** Takes over a unit of the code. */
    void copy(int index) {
        begin();
        if (inDefault > 0) {
            units.copyAsDefault(code, index);
        } else {
            units.copy(code, index);
        }
    }

    /** Adds a unit that an escape of the code stands for. */
    void written(char unit, int escapeFrom, int escapeTo) {
        begin();
        Span span = code.span(escapeFrom, escapeTo);
        if (inDefault > 0 || !code.isWrittenAt(escapeFrom)) {
            units.variable(String.valueOf(unit), span);
        } else {
            units.written(unit, span.start(), span.end());
        }
    }

    void unknown(int referenceFrom, int referenceTo) {
        begin();
        units.unknown(code.span(referenceFrom, referenceTo));
    }

    private void begin() {
        Word element = origin;
        if (element != null) {
            // no longer the element alone: a word does not stand half here and half in the array
            origin = null;
            units = Text.builder(code.file(), reference.start());
            addAt(reference, element.text());
        }
        count++;
    }

    /** Adds units that are written elsewhere, all of them placed at the reference to them. */
    private void addAt(Span place, Text text) {
        for (int i = 0; i < text.length(); i++) {
            addAt(place, text.value().charAt(i));
        }
    }

    private void addAt(Span place, char unit) {
        if (unit == Text.UNKNOWN) {
            units.unknown(place);
        } else {
            units.variable(String.valueOf(unit), place);
        }
    }

    void sawPlain() {
        plainUnits++;
    }

    void sawSingle() {
        quoted = true;
        singles++;
    }

    void sawDouble() {
        quoted = true;
        doubles++;
    }

    void sawOther() {
        quoted = true;
        others++;
    }

    /** Adds the value of a variable; without quotes the shell cuts it at blanks. */
    void expand(Text value, int referenceFrom, int referenceTo, boolean inQuotes) {
        Span place = code.span(referenceFrom, referenceTo);
        for (int i = 0; i < value.length(); i++) {
            char c = value.value().charAt(i);
            if (!inQuotes && (c == ' ' || c == '\t' || c == '\n')) {
                split();
            } else {
                begin();
                addAt(place, c);
            }
        }
    }

    /** Adds the elements of an array, each a word of its own but for what is written right before and behind them. */
    void expand(List<Word> elements, int referenceFrom, int referenceTo) {
        reference = code.span(referenceFrom, referenceTo);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                split();
            }
            Word element = elements.get(i);
            if (count == 0 && origin == null) {
                for (int k = 0; k < element.text().length(); k++) {
                    units.copyAsDefault(element.text(), k);
                }
                count = element.text().length();
                origin = element;
            } else {
                begin();
                addAt(reference, element.text());
                count += element.text().length() - 1;
            }
            quoted = true;
        }
        if (elements.isEmpty() && count == 0) {
            // "${empty[@]}" is no word at all, not an empty one
            quoted = false;
            doubles = 0;
        }
    }

    /** Ends a word in the midst of what was written as one. */
    void split() {
        if (count > 0 || origin != null) {
            add(code.span(from, from), true);
        }
        units = Text.builder(code.file(), code.span(from, from).start());
        count = 0;
        origin = null;
    }

    /** Ends what was written as one word. */
    void finish(int to) {
        Span whole = code.span(from, to);
        for (int i = before; i < out.size(); i++) {
            Word word = out.get(i);
            if (word.at().span().isEmpty()) {
                out.set(i, new Word(word.text(), new Location(code.file(), whole), quote()));
            }
        }
        if (count > 0 || quoted) {
            add(whole, false);
        }
    }

    private void add(Span at, boolean open) {
        Word element = origin;
        Text text = units.build();
        if (element != null) {
            out.add(new Word(text, element.at(), element.quote()));
            return;
        }
        out.add(new Word(open ? text : inPlace(text), new Location(code.file(), at), quote()));
    }

    /** The same text with its units said to follow each other, where they do. */
    private static Text inPlace(Text text) {
        if (!text.isLiteral() || text.isEmpty()) {
            return text;
        }
        Location location = text.location();
        return location.span().length() == text.length() && location.text().equals(text.value())
                ? Text.verbatim(location)
                : text;
    }

    private Quote quote() {
        if (!quoted) {
            return Quote.NONE;
        }
        if (plainUnits > 0 || singles + doubles + others > 1 || others > 0) {
            return Quote.MIXED;
        }
        return singles > 0 ? Quote.SINGLE : doubles > 0 ? Quote.DOUBLE : Quote.NONE;
    }
}
