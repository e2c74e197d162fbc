package dev.plimsoll.suppress;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of a Markdown file: {@code <!-- -->} on a line outside of code is about the next fenced block, a comment
 * inside of a block is what it is in the block's language.
 */
final class MarkdownComments {
    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";
    private static final int SHORTEST_FENCE = 3;

    private final String text;
    private final LineIndex lines;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Span> waiting = new ArrayList<>();
    /** From the opening line of each fenced block to the start of its closing line. */
    private final List<Span> blocks = new ArrayList<>();

    private MarkdownComments(String text) {
        this.text = text;
        this.lines = LineIndex.of(text);
    }

    static List<Comment> of(String text) {
        MarkdownComments reading = read(text);
        for (Span comment : reading.waiting) {
            reading.comments.add(new Comment(comment, true, List.of(comment)));
        }
        return List.copyOf(reading.comments);
    }

    private static MarkdownComments read(String text) {
        MarkdownComments reading = new MarkdownComments(text);
        int line = 1;
        while (line <= reading.lines.count()) {
            line = reading.line(line);
        }
        return reading;
    }

    /** Where the line begins that opens the fenced block around an offset; -1 outside of all. */
    static int fenceAround(String text, int offset) {
        for (Span block : read(text).blocks) {
            if (block.start() <= offset && offset <= block.end()) {
                return block.start();
            }
        }
        return -1;
    }

    /** Reads a line or a whole fenced block; the number of the line behind it. */
    private int line(int number) {
        Span line = lines.line(number);
        String content = text.substring(line.start(), line.end()).strip();
        String fence = fence(content);
        if (!fence.isEmpty()) {
            return block(number, fence, content.substring(fence.length()).strip());
        }
        int open = text.indexOf(OPEN, line.start());
        int close = open < 0 || open >= line.end() ? -1 : text.indexOf(CLOSE, open);
        if (close >= 0 && close < line.end()) {
            waiting.add(new Span(open, close + CLOSE.length()));
        }
        return number + 1;
    }

    /** The signs that open a fenced block; empty if a line opens none. */
    private static String fence(String line) {
        if (line.isEmpty() || (line.charAt(0) != '`' && line.charAt(0) != '~')) {
            return "";
        }
        int length = 1;
        while (length < line.length() && line.charAt(length) == line.charAt(0)) {
            length++;
        }
        return length < SHORTEST_FENCE ? "" : line.substring(0, length);
    }

    private int block(int first, String fence, String info) {
        int last = first + 1;
        while (last <= lines.count() && !closes(lines.line(last), fence)) {
            last++;
        }
        int from = lines.nextLineStart(first);
        int to = last <= lines.count() ? lines.line(last).start() : text.length();
        Span block =
                new Span(lines.line(first).start(), Math.max(lines.line(first).end(), to - 1));
        blocks.add(block);
        for (Span comment : waiting) {
            comments.add(new Comment(comment, true, List.of(comment, block)));
        }
        waiting.clear();
        String language = info.split("[ \t{]", 2)[0];
        CommentSyntax syntax = CommentSyntax.ofFence(language);
        if (syntax != CommentSyntax.YAML) {
            comments.addAll(ShellComments.of(syntax, text, from, to));
        } else if (from < to) {
            YamlComments yaml = YamlComments.of(new SourceFile("", text.substring(from, to)));
            for (Comment comment : yaml == null ? List.<Comment>of() : yaml.all()) {
                comments.add(moved(comment, from));
            }
        }
        return last + 1;
    }

    private boolean closes(Span line, String fence) {
        String content = text.substring(line.start(), line.end()).strip();
        return content.startsWith(fence) && content.equals(fence(content));
    }

    private static Comment moved(Comment comment, int by) {
        List<Span> covered = new ArrayList<>();
        for (Span span : comment.covered()) {
            covered.add(moved(span, by));
        }
        return new Comment(moved(comment.at(), by), comment.ownLine(), covered);
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }
}
