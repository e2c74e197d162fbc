package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code blocks of reStructuredText: directives such as {@code .. code-block:: yaml}, and the literal blocks behind a
 * paragraph that ends with two colons. What stands in comments and in directives whose content is no text is none. Source:
 * reStructuredText Markup Specification; docutils, parsers/rst/states.py; the directives of Sphinx and of sphinx-prompt.
 */
final class RestFences {
    private static final int TAB = 8;
    private static final int MIN_UNDERLINE = 3;
    private static final String COLONS = "::";

    private final String text;
    private final Lines lines;
    private final List<Fence> found = new ArrayList<>();
    /** The language of blocks that name none. */
    private String usual = "";
    /** Whether a line is there that was looked at, and belongs to something else. */
    private boolean again;

    /** The paragraph whose lines are read. */
    private @Nullable Paragraph paragraph;

    /** Where a paragraph begins, in which column, and how many lines it has. */
    private static final class Paragraph {
        final int start;
        final int column;
        int count = 1;
        boolean announces;

        Paragraph(int start, int column) {
            this.start = start;
            this.column = column;
        }
    }

    private RestFences(String text) {
        this.text = text;
        this.lines = new Lines(text, 0, text.length());
    }

    /** The blocks of a text in the order in which they are written. */
    static List<Fence> of(String text) {
        RestFences reading = new RestFences(text);
        reading.read();
        return reading.found;
    }

    private void read() {
        while (next()) {
            int at = content();
            Paragraph before = paragraph;
            if (at == end()) {
                paragraph = null;
                if (before != null && before.announces) {
                    literal(before);
                }
            } else if (before != null && before.column == column(lines.start(), at)) {
                before.count++;
                boolean underline = before.count == 2 && isUnderline(at);
                before.announces = text.startsWith(COLONS, end() - 2) && end() - 2 >= at;
                paragraph = underline ? null : before;
            } else {
                body(at);
            }
        }
    }

    private boolean next() {
        boolean there = again || lines.advance();
        again = false;
        return there;
    }

    private int content() {
        return Lines.skipBlanks(text, lines.start(), lines.end());
    }

    /** Behind the last unit of the line that is no blank; where its content begins if all are. */
    private int end() {
        return Lines.trim(text, content(), lines.end());
    }

    /** The column of an offset of a line, from 0. */
    private int column(int start, int at) {
        int column = 0;
        for (int i = start; i < at; i++) {
            column += text.charAt(i) == '\t' ? TAB - column % TAB : 1;
        }
        return column;
    }

    /** Whether a line of one sign makes a title of the line above. */
    private boolean isUnderline(int at) {
        char sign = text.charAt(at);
        for (int i = at; i < end(); i++) {
            if (text.charAt(i) != sign) {
                return false;
            }
        }
        return !Character.isLetterOrDigit(sign) && end() - at >= MIN_UNDERLINE;
    }

    /** The first line of something. */
    private void body(int from) {
        int at = from;
        int inner = behindBullet(at);
        while (inner > at) {
            at = inner;
            inner = behindBullet(at);
        }
        paragraph = null;
        boolean markup = text.startsWith("..", at) && (at + 2 == end() || isBlank(text.charAt(at + 2)));
        if (markup) {
            markup(at);
        } else {
            Paragraph begun = new Paragraph(at, column(lines.start(), at));
            begun.announces = text.startsWith(COLONS, end() - 2) && end() - 2 >= at;
            paragraph = begun;
        }
    }

    /** The offset of what an item of a list begins with; the offset itself if it is none. */
    private int behindBullet(int at) {
        int end = end();
        int i = at;
        if ("*+-\u2022".indexOf(text.charAt(at)) >= 0) {
            i = at + 1;
        } else {
            boolean opened = text.charAt(at) == '(';
            i += opened ? 1 : 0;
            int number = i;
            if (i < end && text.charAt(i) == '#') {
                i++;
            }
            while (i == number || (i < end && Character.isDigit(text.charAt(i)))) {
                if (i >= end || !Character.isLetterOrDigit(text.charAt(i))) {
                    break;
                }
                i++;
            }
            boolean closed = i > number && i < end && (text.charAt(i) == ')' || (!opened && text.charAt(i) == '.'));
            if (!closed) {
                return at;
            }
            i++;
        }
        return i < end && isBlank(text.charAt(i)) ? Lines.skipBlanks(text, i, end) : at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** What begins with two dots: a directive, a target, a comment. */
    private void markup(int at) {
        int end = end();
        int from = Lines.skipBlanks(text, at + 2, end);
        int column = column(lines.start(), at);
        if (from == end) {
            // an empty comment, or one that begins in the next line
            again = lines.advance();
            if (again && content() < end()) {
                skip(column);
            }
            return;
        }
        int colons = text.indexOf(COLONS, from);
        boolean directive = colons > from && colons < end && isName(from, colons);
        if (!directive) {
            // notes and targets have text; the rest is a comment
            if ("[_|".indexOf(text.charAt(from)) < 0) {
                skip(column);
            }
            return;
        }
        String argument = text.substring(colons + 2, end).trim();
        switch (text.substring(from, colons).trim()) {
            case "code-block", "code", "sourcecode", "prompt" -> code(at, column, argument);
            case "highlight" -> usual = argument;
            case "raw", "parsed-literal", "math", "graphviz", "mermaid", "uml", "literalinclude" -> skip(column);
            default -> {
                // what it holds is text
            }
        }
    }

    private boolean isName(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-_+.:".indexOf(c) < 0 && !(c == ' ' && i == to - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Passes over the lines that belong to markup which begins in a column. */
    private void skip(int column) {
        while (next()) {
            int at = content();
            if (at < end() && column(lines.start(), at) <= column) {
                again = true;
                return;
            }
        }
    }

    private void code(int at, int column, String label) {
        Span line = new Span(lines.start(), lines.end());
        boolean valid = true;
        boolean yaml = false;
        Substitutions substitutions = Substitutions.NONE;
        again = lines.advance();
        while (again && content() < end() && column(lines.start(), content()) > column) {
            int from = content();
            valid &= text.charAt(from) == ':';
            if (text.startsWith(":substitutions:", from)) {
                substitutions = Substitutions.BARS;
            }
            boolean named = text.startsWith(":caption:", from) || text.startsWith(":name:", from);
            yaml |= named && BlockAttributes.namesYaml(text.substring(from, end()));
            again = lines.advance();
        }
        boolean blank = again && content() == end();
        List<Span> code = blank ? content(column) : List.of();
        FenceKind kind = label.isEmpty() ? usual() : FenceKind.of(label);
        kind = kind == FenceKind.UNTOLD && yaml ? FenceKind.YAML : kind;
        add(new Block(line, at, at, false), valid ? kind : FenceKind.OTHER, code, substitutions);
    }

    /** What blocks without a label hold; a language without commands says nothing of those that are shown with it. */
    private FenceKind usual() {
        FenceKind kind = FenceKind.of(usual);
        return kind == FenceKind.OTHER ? FenceKind.UNTOLD : kind;
    }

    private void literal(Paragraph announcing) {
        List<Span> code = content(announcing.column);
        if (!code.isEmpty()) {
            Span first = code.get(0);
            add(new Block(first, first.start(), announcing.start, true), usual(), code, Substitutions.NONE);
        }
    }

    /** What a block has beside its lines of code. */
    private record Block(Span line, int marks, int head, boolean indented) {}

    private void add(Block block, FenceKind kind, List<Span> code, Substitutions substitutions) {
        List<Span> holes = new ArrayList<>(0);
        for (Span line : code) {
            holes.addAll(substitutions.in(text, line));
        }
        found.add(new Fence(block.line(), block.marks(), block.head(), kind, code, block.indented(), holes));
    }

    /** The lines from the current one, which is blank, that are further to the right than a column, without what they share. */
    private List<Span> content(int column) {
        List<Span> block = new ArrayList<>();
        int shared = Integer.MAX_VALUE;
        int last = 0;
        again = true;
        while (next()) {
            int at = content();
            boolean blank = at == end();
            int indent = column(lines.start(), at);
            if (!blank && indent <= column) {
                again = true;
                break;
            }
            if (!blank) {
                shared = Math.min(shared, indent);
                last = block.size() + 1;
            }
            if (!blank || !block.isEmpty()) {
                block.add(new Span(lines.start(), lines.end()));
            }
        }
        List<Span> code = new ArrayList<>(last);
        for (Span line : block.subList(0, last)) {
            code.add(new Span(behind(line, shared), line.end()));
        }
        return code;
    }

    /** The offset in a line at which a column is reached, or the blanks end. */
    private int behind(Span line, int shared) {
        int column = 0;
        int i = line.start();
        while (i < line.end() && column < shared && isBlank(text.charAt(i))) {
            column += text.charAt(i) == '\t' ? TAB - column % TAB : 1;
            i++;
        }
        return i;
    }
}
