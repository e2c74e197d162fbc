package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the instructions and comments of a Dockerfile stand. A line of a here-document is never a comment, a line between the
 * lines of an instruction may be one, and a parser directive is none.
 *
 * @param instructions each with the lines that continue it and its here-documents
 * @param comments from the number sign to the end of the line
 */
public record DockerfileLayout(List<Span> instructions, List<Span> comments) {
    /** Copies the lists. */
    public DockerfileLayout {
        instructions = List.copyOf(instructions);
        comments = List.copyOf(comments);
    }

    /** The layout of a Dockerfile, up to where Docker refuses it. All offsets are those of its file. */
    public static DockerfileLayout of(Text text) {
        LineReader.Lines lines = LineReader.read(text);
        List<Span> instructions = new ArrayList<>(lines.lines().size());
        for (Line line : lines.lines()) {
            int end = line.at().span().end();
            for (Text document : line.documents()) {
                end = Math.max(end, document.location().span().end());
            }
            instructions.add(new Span(line.at().span().start(), end));
        }
        return new DockerfileLayout(instructions, lines.comments());
    }

    /** What a comment is about: the rest of the instruction that it stands in, else the next one; the comment itself at the end. */
    public Span subject(Span comment) {
        Span instruction = notBefore(instructions, comment.end());
        if (instruction == null) {
            return comment;
        }
        return instruction.start() < comment.start() ? new Span(comment.start(), instruction.end()) : instruction;
    }

    /** The first of some instructions, which follow each other, that does not end before an offset; null if all do. */
    public static @Nullable Span notBefore(List<Span> instructions, int offset) {
        int from = 0;
        int to = instructions.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (instructions.get(middle).end() < offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < instructions.size() ? instructions.get(from) : null;
    }
}
