package dev.plimsoll.session;

import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Programs;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was given in words, written out as one would type it, so that reports can show a place in it.
 *
 * @param file holds the text of all words, {@code sudo} and the like before the program among them
 * @param command the words from the program on
 */
public record GivenCommand(SourceFile file, ShellCommand command) {
    /** The path under which it is shown, which no file has. */
    static final String COMMAND_LINE = "command-line";

    /** Besides letters and digits: what needs no quotes in a shell. */
    private static final String PLAIN = "_-./:=,@%+^";

    /** Writes words out, in single quotes where they need some. */
    public static GivenCommand of(List<String> words) {
        StringBuilder line = new StringBuilder();
        List<Span> spans = new ArrayList<>(words.size());
        for (String word : words) {
            if (line.length() > 0) {
                line.append(' ');
            }
            int start = line.length();
            line.append(isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'");
            spans.add(new Span(start, line.length()));
        }
        SourceFile file = new SourceFile(COMMAND_LINE, line.toString());
        List<Word> read = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            read.add(word(file, words.get(i), spans.get(i)));
        }
        int first = Math.max(0, program(read));
        List<Word> assignments = new ArrayList<>(0);
        for (Word word : read.subList(0, first)) {
            if (Programs.isAssignment(word.value())) {
                assignments.add(word);
            }
        }
        Location at = new Location(file, new Span(spans.get(first).start(), line.length()));
        return new GivenCommand(
                file, new ShellCommand(read.subList(first, read.size()), assignments, Continuation.BACKSLASH, at));
    }

    /** Whether words start docker or podman, at once or behind {@code sudo} and the like or variables that are set for it. */
    public static boolean starts(List<String> words) {
        GivenCommand given = of(words);
        return given.command().words().size() < words.size()
                || program(given.command().words()) == 0;
    }

    /** The index of docker or podman; -1 if the words start something else. */
    private static int program(List<Word> words) {
        int first = 0;
        while (first < words.size() && Programs.isAssignment(words.get(first).value())) {
            first++;
        }
        int program = Programs.docker(words.subList(first, words.size()));
        return program < 0 ? -1 : first + program;
    }

    /** The program as it was written, {@code docker}. */
    public String program() {
        return command.words().get(0).value();
    }

    /** What the program is to do, {@code ps}; empty if it was not said. */
    public String verb() {
        return command.words().size() < 2 ? "" : command.words().get(1).value();
    }

    /** Whether it is a command that is read: one that makes containers or volumes. */
    public boolean isRead() {
        return DockerReader.reads(command);
    }

    private static Word word(SourceFile file, String word, Span span) {
        Location at = new Location(file, span);
        if (isPlain(word)) {
            return new Word(Text.verbatim(at), at, Quote.NONE);
        }
        boolean escaped = word.indexOf('\'') >= 0;
        if (!escaped) {
            Location inside = new Location(file, new Span(span.start() + 1, span.end() - 1));
            return new Word(Text.verbatim(inside), at, Quote.SINGLE);
        }
        Text.Builder text = Text.builder(file, span.start() + 1);
        int offset = span.start() + 1;
        for (int i = 0; i < word.length(); i++) {
            int length = word.charAt(i) == '\'' ? 4 : 1;
            text.written(word.charAt(i), offset, offset + length);
            offset += length;
        }
        return new Word(text.build(), at, Quote.MIXED);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
