package dev.plimsoll.suppress;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a YAML file and what they are about. A number sign inside a scalar begins no comment, so the tree decides
 * and not the text.
 */
final class YamlComments {
    private final SourceFile file;
    private final List<YamlNode> roots;
    /** All scalars in the order of the text. */
    private final List<YamlScalar> scalars = new ArrayList<>();
    /** Entries, items and values on lines of their own, in the order of the text, the outer before the inner. */
    private final List<Span> parts = new ArrayList<>();
    /** Those of them that do not lie in a flow collection. */
    private final List<Span> blockParts = new ArrayList<>();
    /** The outermost scalars and flow collections that reach over several lines, in the order of the text. */
    private final List<YamlNode> compact = new ArrayList<>();
    /** Scalars and flow collections that reach over several lines, by the start of the line they begin or end on. */
    private final Map<Integer, List<Span>> compactByLine = new HashMap<>();

    private YamlComments(SourceFile file, List<YamlNode> roots) {
        this.file = file;
        this.roots = roots;
        for (YamlNode root : roots) {
            collect(root, false);
        }
    }

    /** The comments of a file; null for one that is not YAML. */
    static @Nullable YamlComments of(SourceFile file) {
        try {
            return new YamlComments(file, YamlParser.parse(file));
        } catch (YamlSyntaxException e) {
            return null;
        }
    }

    List<YamlNode> roots() {
        return roots;
    }

    private void collect(YamlNode node, boolean inCompact) {
        boolean several = isCompact(node) && hasLineBreak(node.span());
        if (several) {
            Span span = node.span();
            int first = line(span.start()).start();
            int last = line(span.end()).start();
            compactByLine.computeIfAbsent(first, key -> new ArrayList<>()).add(span);
            compactByLine.computeIfAbsent(last, key -> new ArrayList<>()).add(span);
            if (!inCompact) {
                compact.add(node);
            }
        }
        boolean below = inCompact || several;
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                part(span(entry), mapping.isFlow());
                collect(entry.key(), below);
                if (isCompact(entry.value())) {
                    parts.add(entry.value().span());
                }
                collect(entry.value(), below);
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                part(item.span(), sequence.isFlow());
                collect(item, below);
            }
        } else if (node instanceof YamlScalar scalar) {
            scalars.add(scalar);
        }
    }

    private void part(Span span, boolean flow) {
        parts.add(span);
        if (!flow) {
            blockParts.add(span);
        }
    }

    private static boolean isCompact(YamlNode node) {
        boolean block = (node instanceof YamlMapping mapping && !mapping.isFlow())
                || (node instanceof YamlSequence sequence && !sequence.isFlow());
        return !block;
    }

    private boolean hasLineBreak(Span span) {
        return line(span.start()).end() < span.end();
    }

    /** The comments that may hold a directive, in order. */
    List<Comment> all() {
        List<Comment> comments = new ArrayList<>();
        String text = file.text();
        int next = 0;
        int at = 0;
        while (at < text.length()) {
            if (next < scalars.size() && at >= scalars.get(next).span().start()) {
                YamlScalar scalar = scalars.get(next++);
                if (isBlock(scalar)) {
                    header(scalar, comments);
                }
                at = Math.max(at, scalar.span().end());
            } else if (text.charAt(at) == '#' && (at == 0 || isBlank(text.charAt(at - 1)))) {
                at = add(at, comments);
            } else {
                at++;
            }
        }
        return comments;
    }

    private static boolean isBlock(YamlScalar scalar) {
        return scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
    }

    /** The first line of a block scalar may end with a comment. */
    private void header(YamlScalar scalar, List<Comment> comments) {
        int start = scalar.span().start();
        int end = line(start).end();
        for (int i = start + 1; i < end; i++) {
            if (file.text().charAt(i) == '#' && isBlank(file.text().charAt(i - 1))) {
                add(i, comments);
                return;
            }
        }
    }

    /** Adds the comment that begins at an offset; the offset of its line's end. */
    private int add(int start, List<Comment> comments) {
        Span line = line(start);
        int end = line.end();
        while (end > start && isBlank(file.text().charAt(end - 1))) {
            end--;
        }
        if (!file.text().substring(start, end).contains(Suppressions.MARKER)) {
            return line.end();
        }
        boolean ownLine = isBlank(line.start(), start);
        comments.add(new Comment(new Span(start, end), ownLine, ownLine ? next(line) : onLine(line)));
        return line.end();
    }

    Span line(int offset) {
        LineIndex lines = file.lines();
        return lines.line(lines.position(offset).line());
    }

    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(file.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The line, and the scalars and flow collections that begin or end on it. */
    private List<Span> onLine(Span line) {
        List<Span> covered = new ArrayList<>();
        covered.add(line);
        covered.addAll(compactByLine.getOrDefault(line.start(), List.of()));
        return covered;
    }

    /** The comment's own line up to the end of the next entry, item or value. */
    private List<Span> next(Span line) {
        int index = firstFrom(parts, line.end());
        int end = index < parts.size() ? parts.get(index).end() : line.end();
        return List.of(new Span(line.start(), Math.max(line.end(), end)));
    }

    /** The index of the first of some spans in the order of the text that begins at an offset or behind it. */
    private static int firstFrom(List<Span> spans, int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Span span(YamlMapping.Entry entry) {
        return new Span(
                entry.key().span().start(),
                Math.max(entry.key().span().end(), entry.value().span().end()));
    }

    /** Whether a comment may stand at an offset without becoming part of a value or splitting one. */
    boolean takesComment(int offset) {
        int low = 0;
        int high = compact.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compact.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return true;
        }
        YamlNode before = compact.get(low - 1);
        Span span = before.span();
        if (before instanceof YamlScalar scalar && isBlock(scalar)) {
            // the first line may end with a comment, the last may not
            return offset <= line(span.start()).end() || offset > span.end();
        }
        return offset >= span.end();
    }

    /** The innermost entry or item around an offset that is not inside a flow collection or scalar. */
    Span blockPart(int offset) {
        int index = firstFrom(blockParts, offset + 1);
        return index == 0 ? line(0) : blockParts.get(index - 1);
    }
}
