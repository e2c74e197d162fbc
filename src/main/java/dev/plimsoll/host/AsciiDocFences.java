package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The code blocks of AsciiDoc: listings, literals, the fences that it takes from Markdown, open blocks and paragraphs that
 * are said to be sources, and indented paragraphs that begin with a command. Callouts at the ends of lines are left off. What
 * includes other files, or has lines under a condition, is not known, and holds nothing. Source: the AsciiDoc Language;
 * how lines are told from each other: asciidoctor, lib/asciidoctor/parser.rb.
 */
final class AsciiDocFences {
    private static final int MIN_MARKS = 4;
    private static final String FENCE = "```";
    private static final String OPEN = "--";
    private static final String LANGUAGE = ":source-language:";
    private static final String[] DIRECTIVES = {"include::", "ifdef::", "ifndef::", "ifeval::", "endif::"};
    private static final String[] COMMENTS = {"#", "//", "--", ";;"};

    private final String text;
    private final Lines lines;
    private final List<Fence> found = new ArrayList<>();
    /** The lines that opened the blocks around, the outermost first. */
    private final List<String> around = new ArrayList<>();

    private BlockAttributes above = new BlockAttributes();
    private String usual = "";
    /** Whether a line is there that was looked at, and belongs to something else. */
    private boolean again;

    private AsciiDocFences(String text) {
        this.text = text;
        this.lines = new Lines(text, 0, text.length());
    }

    /** The blocks of a text in the order in which they are written. */
    static List<Fence> of(String text) {
        AsciiDocFences reading = new AsciiDocFences(text);
        reading.read();
        return reading.found;
    }

    private void read() {
        boolean paragraph = false;
        while (next()) {
            int start = lines.start();
            int end = end();
            if (start == end || isContinuation(start, end)) {
                paragraph = false;
            } else if (isDelimiter(start, end)) {
                paragraph = false;
                block(start, end);
            } else if (isAttributes(start, end)) {
                paragraph = false;
                above.attributes(text.substring(start + 1, end - 1), start);
            } else if (!paragraph && !isComment(start, end) && !isDirective(start, end)) {
                paragraph = line(start, end);
            }
        }
    }

    private boolean next() {
        boolean there = again || lines.advance();
        again = false;
        return there;
    }

    /** Behind the last unit of the line that is no blank. */
    private int end() {
        return Lines.trim(text, lines.start(), lines.end());
    }

    /** The first line of something that is no block of code; whether more of its lines may follow. */
    private boolean line(int start, int end) {
        char first = text.charAt(start);
        if (first == '.' && end > start + 1 && " .\t".indexOf(text.charAt(start + 1)) < 0) {
            above.title(text.substring(start + 1, end), start);
            return false;
        }
        if (first == ':' && text.indexOf(':', start + 1) > 0) {
            boolean language = text.startsWith(LANGUAGE, start);
            usual = language ? text.substring(start + LANGUAGE.length(), end).trim() : usual;
            return false;
        }
        boolean indented = first == ' ' || first == '\t';
        int content = Lines.skipBlanks(text, start, end);
        if (above.isCode() || (indented && Example.isCommand(text, content, end))) {
            paragraph(indented && !above.isCode());
            return false;
        }
        above = new BlockAttributes();
        return !isTitle(start, end);
    }

    /** Whether a line is a section's title, behind signs or above a line of them, which is passed over. */
    private boolean isTitle(int start, int end) {
        if (text.startsWith("==", start) || text.startsWith("= ", start)) {
            return true;
        }
        boolean words = false;
        for (int i = start; i < end; i++) {
            words |= Character.isLetterOrDigit(text.charAt(i));
        }
        again = lines.advance();
        boolean title = again && words && around.isEmpty() && isUnderline(end - start);
        again &= !title;
        return title;
    }

    private boolean isUnderline(int length) {
        int start = lines.start();
        int end = end();
        return end > start
                && Math.abs(end - start - length) < 2
                && "-=~^+".indexOf(text.charAt(start)) >= 0
                && isUniform(start, end);
    }

    private boolean isUniform(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) != text.charAt(start)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDelimiter(int start, int end) {
        if (text.startsWith(FENCE, start)) {
            return !text.startsWith("`", start + FENCE.length());
        }
        boolean table = end - start >= MIN_MARKS
                && text.startsWith("===", start + 1)
                && ",:!|".indexOf(text.charAt(start)) >= 0;
        if (table) {
            return isUniform(start + 1, end);
        }
        boolean open = end - start == 2 && text.startsWith(OPEN, start);
        return open
                || (end - start >= MIN_MARKS && "-.+/=*_".indexOf(text.charAt(start)) >= 0 && isUniform(start, end));
    }

    /** Whether what follows belongs to the item of a list above. */
    private boolean isContinuation(int start, int end) {
        return end == start + 1 && text.charAt(start) == '+';
    }

    private boolean isAttributes(int start, int end) {
        if (text.charAt(start) != '[' || text.charAt(end - 1) != ']' || end - start < 2) {
            return false;
        }
        char first = text.charAt(start + 1);
        return Character.isLetterOrDigit(first) || "_.#%{,\"'[]".indexOf(first) >= 0;
    }

    private boolean isComment(int start, int end) {
        return text.startsWith("//", start) && !text.startsWith("///", start) && start + 1 < end;
    }

    private boolean isDirective(int start, int end) {
        for (String directive : DIRECTIVES) {
            if (text.startsWith(directive, start)) {
                return text.charAt(end - 1) == ']';
            }
        }
        return false;
    }

    /** A block that a line opens, or closes. */
    private void block(int start, int end) {
        char mark = text.charAt(start);
        String marks = text.substring(start, end);
        boolean fence = mark == '`';
        boolean open = marks.equals(OPEN);
        boolean code = fence || mark == '.' || (open ? above.isCode() : mark == '-');
        BlockAttributes attributes = above;
        above = new BlockAttributes();
        if (code) {
            String label = fence ? marks.substring(FENCE.length()) : "";
            FenceKind kind = attributes.kind(label, usual);
            code(attributes, kind, new Span(start, lines.end()), fence ? FENCE : marks);
        } else if (mark == '/' || mark == '+') {
            skip(marks);
        } else if (!around.isEmpty() && around.get(around.size() - 1).equals(marks)) {
            around.remove(around.size() - 1);
        } else {
            around.add(marks);
        }
    }

    /** Passes over what is no text of the document, or is handed through. */
    private void skip(String marks) {
        while (next() && !isLine(marks)) {
            // within
        }
    }

    private boolean isLine(String marks) {
        return end() - lines.start() == marks.length() && text.startsWith(marks, lines.start());
    }

    private void code(BlockAttributes attributes, FenceKind kind, Span line, String marks) {
        Code code = new Code(attributes.substitutions());
        while (next() && !isLine(marks)) {
            code.add(lines.start(), lines.end());
        }
        int head = attributes.head() < 0 ? line.start() : attributes.head();
        found.add(code.fence(line, head, kind, false));
    }

    /** A paragraph that is code, from the line that was read last. */
    private void paragraph(boolean literal) {
        BlockAttributes attributes = above;
        above = new BlockAttributes();
        Code code = new Code(attributes.substitutions());
        Span line = new Span(lines.start(), lines.end());
        boolean within = true;
        while (within) {
            code.add(lines.start(), lines.end());
            again = lines.advance();
            int end = again ? end() : 0;
            within = again
                    && end > lines.start()
                    && !isDelimiter(lines.start(), end)
                    && !isAttributes(lines.start(), end);
        }
        int head = attributes.head() < 0 ? line.start() : attributes.head();
        found.add(code.fence(line, head, literal ? FenceKind.UNTOLD : attributes.kind("", usual), true));
    }

    /** The lines of a block. */
    private final class Code {
        private final Substitutions substitutions;
        private final List<Span> spans = new ArrayList<>();
        private final List<Span> holes = new ArrayList<>(0);
        private boolean known = true;

        Code(Substitutions substitutions) {
            this.substitutions = substitutions;
        }

        void add(int start, int end) {
            known &= !isDirective(start, Lines.trim(text, start, end));
            Span line = new Span(start, withoutCallouts(start, end));
            spans.add(line);
            holes.addAll(substitutions.in(text, line));
        }

        Fence fence(Span line, int head, FenceKind kind, boolean paragraph) {
            return new Fence(line, line.start(), head, known ? kind : FenceKind.OTHER, spans, paragraph, holes);
        }
    }

    /** Where a line ends without its callouts, {@code <1>} or {@code <.>}, and the comment sign before them. */
    private int withoutCallouts(int start, int end) {
        int to = end;
        int cut = callout(start, Lines.trim(text, start, end));
        while (cut >= 0) {
            to = Lines.trim(text, start, cut);
            cut = callout(start, to);
        }
        if (to == end) {
            return end;
        }
        for (String sign : COMMENTS) {
            int at = to - sign.length();
            if (at >= start && text.startsWith(sign, at)) {
                return Lines.trim(text, start, at);
            }
        }
        return to;
    }

    /** Where a callout begins that a line ends with; -1 if it ends with none. */
    private int callout(int start, int end) {
        int i = end - 1;
        if (i <= start || text.charAt(i) != '>') {
            return -1;
        }
        boolean xml = text.startsWith("-->", i - 2) && i - 2 > start;
        i -= xml ? 3 : 1;
        int last = i;
        while (i > start && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i--;
        }
        i -= i == last && text.charAt(i) == '.' ? 1 : 0;
        boolean opened = i < last && i >= start && (xml ? text.startsWith("<!--", i - 3) : text.charAt(i) == '<');
        int open = xml ? i - 3 : i;
        return opened && open >= start && (open == start || text.charAt(open - 1) != '\\') ? open : -1;
    }
}
