package dev.plimsoll.config;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configuration, for those who add to it: comments, order and line ends stay. It goes by lines, so that a file in
 * an unusual form comes out wrong or not at all: whoever adds reads the outcome again.
 */
public final class ConfigText {
    private ConfigText() {}

    /**
     * Where an item of a list at the top level goes.
     *
     * @param offset where it is inserted, in UTF-16 units
     * @param before what goes before it
     * @param indent of its dash
     */
    public record Place(int offset, String before, String indent) {}

    /**
     * Behind the last item of a list, or at the end of the text under a key of its own; null for a list in brackets, or a
     * single value in place of one.
     *
     * @param key with its colon
     */
    public static @Nullable Place place(String text, String key) {
        LineIndex lines = LineIndex.of(text);
        int at = 0;
        for (int line = 1; line <= lines.count() && at == 0; line++) {
            Span span = lines.line(line);
            at = text.startsWith(key, span.start()) ? line : 0;
        }
        if (at == 0) {
            return new Place(text.length(), lineEnd(text, text.length()) + key + "\n", "  ");
        }
        String behind = text.substring(
                lines.line(at).start() + key.length(), lines.line(at).end());
        if (!behind.isBlank() && !behind.strip().startsWith("#")) {
            return null;
        }
        int last = at;
        String indent = null;
        for (int line = at + 1; line <= lines.count(); line++) {
            String written =
                    text.substring(lines.line(line).start(), lines.line(line).end());
            String bare = written.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            boolean item = bare.equals("-") || bare.startsWith("- ");
            int blanks = written.length() - written.stripLeading().length();
            if (blanks == 0 && !item) {
                break;
            }
            if (item && indent == null) {
                indent = written.substring(0, blanks);
            }
            last = line;
        }
        int offset = lines.nextLineStart(last);
        return new Place(offset, lineEnd(text, offset), indent == null ? "  " : indent);
    }

    /**
     * A text with more items in a list at its top level.
     *
     * @param key with its colon
     * @param lines what is added, each without its indent and line end; comments may stand above items
     * @return null if the list is in a form that takes none
     */
    public static @Nullable String with(String text, String key, List<String> lines) {
        Place place = place(text, key);
        if (place == null) {
            return null;
        }
        StringBuilder added = new StringBuilder(place.before());
        for (String line : lines) {
            added.append(place.indent()).append(line).append('\n');
        }
        return insert(text, place.offset(), added.toString());
    }

    /**
     * A text with another line at its end, or in place of the comment that shows that line.
     *
     * @param line a key with its value, without a line end
     */
    public static String with(String text, String line) {
        LineIndex lines = LineIndex.of(text);
        for (int i = 1; i <= lines.count(); i++) {
            Span span = lines.line(i);
            if (text.substring(span.start(), span.end()).equals("#" + line)) {
                return text.substring(0, span.start()) + line + text.substring(span.end());
            }
        }
        return insert(text, text.length(), lineEnd(text, text.length()) + line + "\n");
    }

    private static String insert(String text, int offset, String added) {
        String lines = text.contains("\r\n") ? added.replace("\n", "\r\n") : added;
        return text.substring(0, offset) + lines + text.substring(offset);
    }

    /** What ends the line before an offset, if it has no end. */
    private static String lineEnd(String text, int offset) {
        boolean ended = offset == 0 || text.charAt(offset - 1) == '\n' || text.charAt(offset - 1) == '\r';
        return ended ? "" : "\n";
    }
}
