package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are handed to a command, up to one that says so.
 *
 * @param name what the closing line holds, and nothing else
 * @param tabs whether that line may be indented with tabs
 */
public record HereDocument(String name, boolean tabs) {
    /** Units of a word that names a closing line; what is longer names none that anybody wrote. */
    private static final int MAX_NAME = 200;

    /** Behind the word that begins at an index and names the closing line: on the same line, and before a limit. */
    public static int delimiterEnd(String text, int from, int limit) {
        int last = from;
        while (last < limit && last - from < MAX_NAME && text.charAt(last) != '\n' && text.charAt(last) != '\r') {
            last++;
        }
        int end = Quoting.DELIMITER.wordEnd(text, from, last);
        return end < 0 ? last : end;
    }

    /** The here-document that a word asks for, with or without quotes; null for an empty word. */
    public static @Nullable HereDocument of(String delimiter, boolean tabs) {
        SourceFile alone = new SourceFile("", delimiter);
        Text word = Text.verbatim(new Location(alone, new Span(0, alone.text().length())));
        String name = Quoting.DELIMITER.unquoted(word).value();
        return name.isEmpty() ? null : new HereDocument(name, tabs);
    }

    /**
     * Lines as the shell hands them on where the word that names the closing line has no quotes: with an unknown part in place
     * of each variable and each command, and without the backslashes that take their meaning. Source: POSIX, shell command
     * language, 2.7.4.
     */
    public static Text filled(Text lines) {
        String value = lines.value();
        Text.Builder out = Text.builder(lines.file(), lines.location().span().start());
        int i = 0;
        while (i < value.length()) {
            int next = i + 1;
            boolean escapes = value.charAt(i) == '\\' && next < value.length();
            if (escapes && "$`\\".indexOf(value.charAt(next)) >= 0) {
                Span span = lines.span(i, next + 1);
                out.written(value.charAt(next), span.start(), span.end());
                i = next + 1;
            } else if (escapes && value.charAt(next) == '\n') {
                i = next + 1;
            } else if (escapes && value.startsWith("\r\n", next)) {
                i = next + 2;
            } else {
                int end = References.end(value, i);
                if (end > i) {
                    out.unknown(lines.span(i, end));
                } else {
                    out.copy(lines, i);
                }
                i = Math.max(end, next);
            }
        }
        return out.build();
    }

    /**
     * Whether a line closes it.
     *
     * @param start offset of the line
     * @param end offset of its line break
     */
    public boolean isClosedBy(String text, int start, int end) {
        int from = start;
        while (tabs && from < end && text.charAt(from) == '\t') {
            from++;
        }
        return end - from == name.length() && text.startsWith(name, from);
    }
}
