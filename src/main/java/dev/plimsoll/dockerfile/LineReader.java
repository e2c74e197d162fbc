package dev.plimsoll.dockerfile;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.shell.HereDocument;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a Dockerfile into instructions: parser directives, comments, continued lines, here-documents. Source: buildkit
 * frontend/dockerfile/parser (parser.go, directives.go, split_command.go).
 */
final class LineReader {
    /**
     * Longest text read, in UTF-16 units. BuildKit takes no line beyond 64 KB, so this leaves room for any file that
     * builds; each unit of a continued line takes a dozen bytes here.
     */
    private static final int MAX_LENGTH = 1024 * 1024;
    /** Most instructions read: far more than the layers that an image can have, about 125. */
    private static final int MAX_INSTRUCTIONS = 10_000;

    private final Text text;
    private final String value;
    private final List<Line> lines = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>(0);
    private char escape = '\\';
    private boolean escapeSeen;
    private boolean syntaxSeen;
    private boolean checkSeen;
    private boolean directives = true;
    private boolean foreign;
    private @Nullable InputError refusal;
    /** The physical line at hand: without its line break, and where the next one begins. */
    private int start;

    private int end;
    private int next;

    private LineReader(Text text) {
        this.text = text;
        this.value = text.value();
    }

    /**
     * What was found.
     *
     * @param lines the instructions
     * @param comments from the number sign to the end of the line, those between the lines of an instruction among them
     * @param escape the character that continues lines and takes the meaning from others
     * @param foreign whether a parser directive asks for a grammar other than Docker's
     * @param refusal why the text is not read: it is beyond the limits, or Docker refuses it; null if it is
     */
    record Lines(
            List<Line> lines,
            List<Span> comments,
            char escape,
            boolean foreign,
            @Nullable InputError refusal) {}

    static Lines read(Text text) {
        LineReader reader = new LineReader(text);
        if (text.length() > MAX_LENGTH) {
            reader.refuse(
                    text.part(0, 0).location(), "a Dockerfile of more than " + MAX_LENGTH + " characters is not read");
        } else {
            reader.readAll();
        }
        return new Lines(reader.lines, reader.comments, reader.escape, reader.foreign, reader.refusal);
    }

    /** Takes down why reading ends; the first reason counts. */
    private void refuse(Location at, String reason) {
        if (refusal == null) {
            refusal = new InputError(at, reason);
        }
    }

    /** The physical line at hand. */
    private Location line() {
        return new Location(text.file(), text.span(start, end));
    }

    private void readAll() {
        while (refusal == null && advance()) {
            int from = skipSpace(start, end);
            if (isDirective(from) || isNothing(from)) {
                continue;
            }
            if (lines.size() == MAX_INSTRUCTIONS) {
                refuse(line(), "more than " + MAX_INSTRUCTIONS + " instructions of a Dockerfile are not read");
                return;
            }
            instruction(Blanks.strip(joined(from)));
        }
    }

    /** Whether the line at hand, whose first sign is at an index, is blank or a comment. */
    private boolean isNothing(int content) {
        boolean comment = content < end && value.charAt(content) == '#';
        if (comment) {
            comments.add(text.span(content, end));
        }
        return comment || content == end;
    }

    private boolean advance() {
        if (next >= value.length()) {
            return false;
        }
        start = next;
        int lineFeed = value.indexOf('\n', start);
        end = lineFeed < 0 ? value.length() : lineFeed;
        next = lineFeed < 0 ? value.length() : lineFeed + 1;
        while (end > start && value.charAt(end - 1) == '\r') {
            end--;
        }
        return true;
    }

    private int skipSpace(int from, int to) {
        int i = from;
        while (i < to && Blanks.isSpace(value.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether the line at hand is a parser directive; the first line that is none ends them. */
    private boolean isDirective(int from) {
        if (!directives) {
            return false;
        }
        directives = false;
        int equals = value.indexOf('=', from);
        if (from == end || value.charAt(from) != '#' || equals < 0 || equals >= end) {
            return false;
        }
        String name = value.substring(from + 1, equals).strip().toLowerCase(Locale.ROOT);
        String setting = value.substring(equals + 1, end).strip();
        if (setting.isEmpty()) {
            return false;
        }
        switch (name) {
            case "escape" -> setEscape(setting);
            case "syntax" -> setSyntax(setting);
            case "check" -> {
                only(checkSeen, name);
                checkSeen = true;
            }
            default -> {
                return false;
            }
        }
        directives = true;
        return true;
    }

    /** Docker refuses a file that gives a directive twice. */
    private void only(boolean seen, String directive) {
        if (seen) {
            refuse(line(), "the parser directive \"" + directive + "\" is there twice: docker build fails");
        }
    }

    /** Docker refuses an escape character other than these. */
    private void setEscape(String setting) {
        only(escapeSeen, "escape");
        if (!setting.equals("\\") && !setting.equals("`")) {
            refuse(line(), "the escape character of a Dockerfile is a backslash or a backtick: docker build fails");
        }
        escapeSeen = true;
        escape = setting.charAt(0);
    }

    private void setSyntax(String setting) {
        only(syntaxSeen, "syntax");
        syntaxSeen = true;
        int space = setting.indexOf(' ');
        String image = space < 0 ? setting : setting.substring(0, space);
        foreign = !image.startsWith("dockerfile", image.lastIndexOf('/') + 1);
    }

    /** The instruction that begins on the line at hand, with the lines that continue it. */
    private Text joined(int from) {
        int to = endOfContent(from);
        if (to < 0) {
            return text.part(from, end);
        }
        Text.Builder out = Text.builder(
                text.file(), text.part(from, from).location().span().start());
        boolean continued = true;
        copy(from, to, out);
        while (continued && advance()) {
            int content = skipSpace(start, end);
            if (isNothing(content)) {
                continue;
            }
            to = endOfContent(start);
            continued = to >= 0;
            copy(start, continued ? to : end, out);
        }
        return out.build();
    }

    private void copy(int from, int to, Text.Builder out) {
        for (int i = from; i < to; i++) {
            out.copy(text, i);
        }
    }

    /** Where a continued line ends before its escape character; -1 if it is not continued. */
    private int endOfContent(int from) {
        int last = end - 1;
        while (last >= from && (value.charAt(last) == ' ' || value.charAt(last) == '\t')) {
            last--;
        }
        if (last < from || value.charAt(last) != escape) {
            return -1;
        }
        return last > from && value.charAt(last - 1) == escape ? -1 : last;
    }

    private void instruction(Text line) {
        String joined = line.value();
        int wordEnd = 0;
        while (wordEnd < joined.length() && !Blanks.isSeparator(joined.charAt(wordEnd))) {
            wordEnd++;
        }
        if (wordEnd == 0) {
            return;
        }
        Text word = line.part(0, wordEnd);
        String keyword = word.value().toUpperCase(Locale.ROOT);
        List<Line.Flag> flags = new ArrayList<>();
        Text arguments = Words.takeFlags(line.from(wordEnd), flags);
        List<Text> documents =
                joined.contains("<<") && takesDocuments(keyword, arguments) ? documents(line) : List.of();
        lines.add(new Line(line.location(), keyword, word, flags, arguments, documents));
    }

    private static boolean takesDocuments(String keyword, Text arguments) {
        return switch (keyword) {
            case "RUN", "COPY", "ADD" -> Words.json(arguments) == null;
            case "ONBUILD" -> {
                String trigger = arguments.value();
                int to = 0;
                while (to < trigger.length() && !Blanks.isSeparator(trigger.charAt(to))) {
                    to++;
                }
                String inner = trigger.substring(0, to).toUpperCase(Locale.ROOT);
                yield inner.equals("RUN") || inner.equals("COPY") || inner.equals("ADD");
            }
            default -> false;
        };
    }

    private List<Text> documents(Text line) {
        List<Text> documents = new ArrayList<>();
        for (HereDocument opened : HereDocuments.openedBy(line)) {
            int from = next;
            boolean closed = false;
            while (!closed && advance()) {
                closed = opened.isClosedBy(value, start, end);
            }
            if (!closed) {
                refuse(
                        line.location(),
                        "the here-document that ends with \"" + opened.name() + "\" is not closed: docker build fails");
                return documents;
            }
            documents.add(text.part(from, start));
        }
        return documents;
    }
}
