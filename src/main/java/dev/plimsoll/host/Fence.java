package dev.plimsoll.host;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;

/** A fenced code block of Markdown. All offsets are those of the file. */
public final class Fence {
    private final Span line;
    private final int marks;
    private final FenceKind kind;
    private final List<Span> lines;

    Fence(Span line, int marks, FenceKind kind, List<Span> lines) {
        this.line = line;
        this.marks = marks;
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    /** The line that opens it, with the marks of lists and quotations before the fence and without its line break. */
    public Span line() {
        return line;
    }

    /** Offset of the first of the signs that open it. */
    public int marks() {
        return marks;
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

    /** The block as commands in documentation. */
    Example example(SourceFile file) {
        return new Example(file, lines, kind.dialect(), kind.likeTerminal());
    }
}
