package dev.plimsoll.suppress;

import dev.plimsoll.host.JsonComments;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of JSON. At the end of a line a comment is about that line; on a line of its own about the next one, and the
 * whole of a list or an object that begins there.
 */
final class JsonDirectives {
    private JsonDirectives() {}

    static List<Comment> of(String text) {
        List<Comment> comments = new ArrayList<>();
        List<Span> written = JsonComments.of(text);
        LineIndex lines = LineIndex.of(text);
        for (int i = 0; i < written.size(); i++) {
            Span at = trimmed(text, written.get(i));
            Span line = lines.line(lines.position(at.start()).line());
            boolean ownLine = text.substring(line.start(), at.start()).isBlank();
            Span covered = ownLine ? next(text, written, i) : new Span(line.start(), at.end());
            comments.add(new Comment(at, ownLine, List.of(at, covered)));
        }
        return comments;
    }

    /** What begins behind a comment, to the end of the line in which as many brackets are closed as were opened. */
    private static Span next(String text, List<Span> comments, int index) {
        int comment = index;
        int i = comments.get(index).end();
        int start = -1;
        int depth = 0;
        while (i < text.length()) {
            if (comment + 1 < comments.size() && i == comments.get(comment + 1).start()) {
                comment++;
                i = comments.get(comment).end();
                continue;
            }
            char c = text.charAt(i);
            if (start >= 0 && depth <= 0 && (c == '\n' || c == '\r')) {
                break;
            }
            if (!Character.isWhitespace(c)) {
                start = start < 0 ? i : start;
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
            i++;
        }
        return new Span(start < 0 ? i : start, i);
    }

    private static Span trimmed(String text, Span comment) {
        int end = comment.end();
        while (end > comment.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(comment.start(), end);
    }
}
