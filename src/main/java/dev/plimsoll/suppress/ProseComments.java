package dev.plimsoll.suppress;

import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.host.Fence;
import dev.plimsoll.host.Fences;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of documentation: one on a line outside of code, as {@code <!-- -->} in Markdown, is about the next block of
 * code, a comment inside of a block is what it is in the block's language. In MDX the former is written
 * <code>{/* *&#47;}</code>, and {@code <!-- -->} is read too, since many renderers take both.
 */
final class ProseComments {
    private final SourceFile file;
    private final CommentSyntax syntax;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Span> waiting = new ArrayList<>();

    private ProseComments(SourceFile file, CommentSyntax syntax) {
        this.file = file;
        this.syntax = syntax;
    }

    static List<Comment> of(SourceFile file, CommentSyntax syntax) {
        ProseComments reading = new ProseComments(file, syntax);
        reading.read();
        return List.copyOf(reading.comments);
    }

    private void read() {
        int from = 0;
        for (Fence fence : Fences.of(file)) {
            text(from, fence.line().start());
            block(fence);
            from = fence.span().end();
        }
        text(from, file.text().length());
        for (Span comment : waiting) {
            comments.add(new Comment(comment, true, List.of(comment)));
        }
    }

    /** Text between two blocks. */
    private void text(int from, int to) {
        if (from >= to) {
            return;
        }
        LineIndex lines = file.lines();
        int last = lines.position(to).line();
        for (int number = lines.position(from).line(); number <= last; number++) {
            Span line = lines.line(number);
            Span part = new Span(Math.max(from, line.start()), Math.max(from, Math.min(to, line.end())));
            if (syntax.closing().isEmpty()) {
                line(part);
            } else if (!comment(part, CommentSyntax.MARKDOWN) && syntax == CommentSyntax.MDX) {
                comment(part, CommentSyntax.MDX);
            }
        }
    }

    /** Keeps the comment that a line is, up to its end, perhaps behind the marks of lists. */
    private void line(Span line) {
        String part = file.text().substring(line.start(), line.end()).stripTrailing();
        int marker = part.indexOf(Suppressions.MARKER);
        String opening = syntax.opening();
        int open = marker < 0 ? -1 : part.lastIndexOf(opening, marker);
        if (open >= 0 && part.substring(open + opening.length(), marker).isBlank() && !holdsLetters(part, open)) {
            waiting.add(new Span(line.start() + open, line.start() + part.length()));
        }
    }

    private static boolean holdsLetters(String part, int end) {
        for (int i = 0; i < end; i++) {
            if (Character.isLetter(part.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the first comment of a line for the next block; false if there is none. */
    private boolean comment(Span line, CommentSyntax signs) {
        String part = file.text().substring(line.start(), line.end());
        int open = part.indexOf(signs.opening());
        int close = open < 0 ? -1 : part.indexOf(signs.closing(), open);
        if (close >= 0) {
            waiting.add(new Span(
                    line.start() + open, line.start() + close + signs.closing().length()));
        }
        return close >= 0;
    }

    private void block(Fence fence) {
        for (Span comment : waiting) {
            comments.add(new Comment(comment, true, List.of(comment, fence.span())));
        }
        waiting.clear();
        CommentSyntax inside = fence.comments(file);
        if (inside == CommentSyntax.NONE) {
            return;
        }
        Code code = new Code(file.text(), fence.lines());
        if (inside.isOfLines()) {
            add(code, ShellComments.of(inside, code.text));
            if (inside == CommentSyntax.SHELL && code.text.contains("<<")) {
                comments.addAll(DocumentComments.of(fence.written(file)));
            }
        } else if (!yaml(code)) {
            for (List<Span> document : fence.documents(file)) {
                yaml(new Code(file.text(), document));
            }
        }
    }

    /** Adds the comments of a document; false if it is none. */
    private boolean yaml(Code code) {
        YamlComments yaml = YamlComments.of(new SourceFile("", code.text));
        if (yaml != null) {
            add(code, yaml.all());
        }
        return yaml != null;
    }

    private void add(Code code, List<Comment> found) {
        for (Comment comment : found) {
            List<Span> covered = new ArrayList<>();
            for (Span span : comment.covered()) {
                covered.add(code.inFile(span));
            }
            comments.add(new Comment(code.inFile(comment.at()), comment.ownLine(), covered));
        }
    }

    /** The lines of a block as one text, and where its units stand in the file. */
    private static final class Code {
        final String text;
        private final List<Span> lines;
        private final LineIndex index;

        Code(String outer, List<Span> lines) {
            StringBuilder joined = new StringBuilder();
            for (Span line : lines) {
                // a lone CR ends a line of the file too, so none is in a line
                joined.append(outer, line.start(), line.end()).append('\n');
            }
            this.text = joined.toString();
            this.lines = lines;
            this.index = LineIndex.of(text);
        }

        Span inFile(Span span) {
            return new Span(inFile(span.start()), inFile(span.end()));
        }

        private int inFile(int offset) {
            int number = index.position(offset).line();
            // behind the last line break
            int line = Math.min(number, lines.size()) - 1;
            Span inner = index.line(line + 1);
            return lines.get(line).start() + Math.min(offset, inner.end()) - inner.start();
        }
    }
}
