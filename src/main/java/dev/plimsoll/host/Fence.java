package dev.plimsoll.host;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A code block of documentation: of Markdown, AsciiDoc or reStructuredText. All offsets are those of the file. */
public final class Fence {
    private final Span line;
    private final int marks;
    private final int head;
    private final FenceKind kind;
    private final List<Span> lines;
    private final boolean indented;
    private final List<Span> holes;

    /** A block that begins where its marks do, and holds nothing but what it shows. */
    Fence(Span line, int marks, FenceKind kind, List<Span> lines, boolean indented) {
        this(line, marks, indented ? line.start() : marks, kind, lines, indented, List.of());
    }

    /**
     * A block.
     *
     * @param head where its label or the paragraph that announces it begins
     * @param holes the parts of its lines in whose place a renderer puts something else, in order
     */
    Fence(Span line, int marks, int head, FenceKind kind, List<Span> lines, boolean indented, List<Span> holes) {
        this.line = line;
        this.marks = marks;
        this.head = head;
        this.kind = kind;
        this.lines = List.copyOf(lines);
        this.indented = indented;
        this.holes = List.copyOf(holes);
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

    /**
     * Offset at which a comment about it may be written, on a line of its own: behind the marks of lists and quotations, and
     * before its label, or the paragraph that announces it.
     */
    public int head() {
        return head;
    }

    /** Whether it has no fence, and is code because of the blanks before its lines. */
    public boolean isIndented() {
        return indented;
    }

    FenceKind kind() {
        return kind;
    }

    /**
     * What is read in it: as its label says; without one, commands if it begins with one, a Compose document if it is
     * clearly that, and else nothing.
     */
    FenceKind read(SourceFile file) {
        if (lines.isEmpty()) {
            return FenceKind.OTHER;
        }
        if (kind != FenceKind.UNTOLD || example(file).beginsWithCommand()) {
            return kind;
        }
        return ComposeBlock.isClear(file, this) ? FenceKind.YAML : FenceKind.OTHER;
    }

    /** The parts of its lines in whose place a renderer puts something else, in order. */
    List<Span> holes() {
        return holes;
    }

    /**
     * The lines of code, without the marks of the list or quotation around them, without the blanks that the opening fence
     * has before it, without callouts at their ends, and without line breaks. They need not follow each other in the file.
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
        return read(file).comments();
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
        return new Example(file, lines, holes, kind.dialect(), kind.likeTerminal());
    }
}
