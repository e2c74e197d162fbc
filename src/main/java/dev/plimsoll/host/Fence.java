package dev.plimsoll.host;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A code block of Markdown, fenced or indented. All offsets are those of the file. */
public final class Fence {
    private final Span line;
    private final int marks;
    private final FenceKind kind;
    private final List<Span> lines;
    private final boolean indented;

    Fence(Span line, int marks, FenceKind kind, List<Span> lines, boolean indented) {
        this.line = line;
        this.marks = marks;
        this.kind = kind;
        this.lines = List.copyOf(lines);
        this.indented = indented;
    }

    /**
     * The line that opens it, with the marks of lists and quotations before the fence and without its line break; the first
     * line of code if it has no fence.
     */
    public Span line() {
        return line;
    }

    /** Offset of the first of the signs that open it, or of its code if it has no fence. */
    public int marks() {
        return marks;
    }

    /** Whether it has no fence, and is code because of the blanks before its lines. */
    public boolean isIndented() {
        return indented;
    }

    FenceKind kind() {
        return kind;
    }

    /**
     * The lines of code, without the marks of the list or quotation around them, without the blanks that the opening fence
     * has before it, and without line breaks. They need not follow each other in the file.
     */
    public List<Span> lines() {
        return lines;
    }

    /** What opens it, its label among it, and the lines of code, in the text that it was found in. */
    public String code(String text) {
        StringBuilder code = new StringBuilder(text.substring(marks, line.end()));
        for (Span part : lines) {
            code.append('\n').append(text, part.start(), part.end());
        }
        return code.toString();
    }

    /** From the line that opens it to the last line of code, whose line break is left off. */
    public Span span() {
        return new Span(
                line.start(),
                lines.isEmpty() ? line.end() : lines.get(lines.size() - 1).end());
    }

    /** How comments are written in it; {@link CommentSyntax#NONE} where nothing is read that a comment could be about. */
    public CommentSyntax comments(SourceFile file) {
        boolean none =
                lines.isEmpty() || (kind == FenceKind.UNTOLD && !example(file).beginsWithCommand());
        return none ? CommentSyntax.NONE : kind.comments();
    }

    /**
     * The lines of each document in a block of YAML, one behind the other, where keys of the top level are there twice. What
     * stands above a document, comments and blank lines, belongs to it.
     */
    public List<List<Span>> documents(SourceFile file) {
        List<List<Span>> documents = new ArrayList<>();
        int to = lines.size();
        List<Integer> starts = ComposeBlock.starts(file.text(), lines);
        for (int i = starts.size() - 1; i >= 0; i--) {
            int from = starts.get(i);
            while (from > 0 && i > 0 && holdsNothing(file.text(), lines.get(from - 1))) {
                from--;
            }
            documents.add(lines.subList(from, to));
            to = from;
        }
        Collections.reverse(documents);
        return documents;
    }

    private static boolean holdsNothing(String text, Span line) {
        int from = Lines.skipBlanks(text, line.start(), line.end());
        return from == line.end() || text.charAt(from) == '#';
    }

    /** What its commands run, and what they write into files. */
    public Embedded written(SourceFile file) {
        return example(file).read();
    }

    /** The block as commands in documentation. */
    Example example(SourceFile file) {
        return new Example(file, lines, kind.dialect(), kind.likeTerminal());
    }
}
