package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Words written out as one would type them into a POSIX shell, in single quotes where they need some, so that reports can
 * show a place in a command that stands in no file.
 */
public final class TypedWords {
    /** Besides letters and digits: what needs no quotes in a shell. */
    private static final String PLAIN = "_-./:=,@%+^";

    private final StringBuilder text = new StringBuilder();
    private final List<Written> words = new ArrayList<>();

    /**
     * A word and where it stands.
     *
     * @param value the word
     * @param span where it is written
     * @param hidden the index of the unit from which on a reference stands in its place; its length if none does
     */
    private record Written(String value, Span span, int hidden) {}

    /** Writes words behind each other. */
    public TypedWords add(List<String> more) {
        for (String word : more) {
            add(word);
        }
        return this;
    }

    /** Writes a word. */
    public TypedWords add(String word) {
        int start = begin();
        text.append(isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'");
        words.add(new Written(word, new Span(start, text.length()), word.length()));
        return this;
    }

    /**
     * Writes a word whose end no report may show: a reference to a variable stands for it, as if the shell had put it there.
     *
     * @param begin what is shown of it, plain characters only
     * @param variable the name of a variable
     * @param hidden what the variable stands for
     */
    public TypedWords addHidden(String begin, String variable, String hidden) {
        int start = begin();
        text.append(begin).append('$').append(variable);
        words.add(new Written(begin + hidden, new Span(start, text.length()), begin.length()));
        return this;
    }

    /** Goes on in the next line, indented. */
    public TypedWords nextLine() {
        text.append(" \\\n  ");
        return this;
    }

    private int begin() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        return text.length();
    }

    /** Whether a word needs no quotes in a shell. */
    public static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** The command that the words make, in a file of that path with nothing but it. */
    public ShellCommand command(String path) {
        SourceFile file = new SourceFile(path, text.toString());
        List<Word> read = new ArrayList<>(words.size());
        for (Written word : words) {
            read.add(word(file, word));
        }
        Location whole = new Location(file, new Span(0, text.length()));
        return new ShellCommand(read, List.of(), Continuation.BACKSLASH, whole);
    }

    private static Word word(SourceFile file, Written written) {
        String word = written.value();
        Location at = new Location(file, written.span());
        int start = written.span().start();
        if (written.hidden() < word.length()) {
            int reference = start + written.hidden();
            Text.Builder text = Text.builder(file, start);
            for (int i = 0; i < written.hidden(); i++) {
                text.written(word.charAt(i), start + i, start + i + 1);
            }
            text.variable(
                    word.substring(written.hidden()),
                    new Span(reference, written.span().end()));
            return new Word(text.build(), at, Quote.NONE);
        }
        if (isPlain(word)) {
            return new Word(Text.verbatim(at), at, Quote.NONE);
        }
        boolean escaped = word.indexOf('\'') >= 0;
        if (!escaped) {
            Location inside =
                    new Location(file, new Span(start + 1, written.span().end() - 1));
            return new Word(Text.verbatim(inside), at, Quote.SINGLE);
        }
        Text.Builder text = Text.builder(file, start + 1);
        int offset = start + 1;
        for (int i = 0; i < word.length(); i++) {
            int length = word.charAt(i) == '\'' ? 4 : 1;
            text.written(word.charAt(i), offset, offset + length);
            offset += length;
        }
        return new Word(text.build(), at, Quote.MIXED);
    }
}
