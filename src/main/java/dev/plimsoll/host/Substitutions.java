package dev.plimsoll.host;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What a renderer of documentation puts other text in place of, within a line of code. Source: the AsciiDoc Language,
 * "Substitutions"; sphinx-substitution-extensions.
 */
final class Substitutions {
    /** Units between two marks; what is longer is text. Keeps a line of marks from being read once for each of them. */
    private static final int MAX_LENGTH = 200;

    /** The marks that format the text between two of them. */
    private static final String QUOTES = "*_`#";

    private final boolean attributes;
    private final boolean quotes;
    private final boolean macros;
    private final boolean bars;

    private Substitutions(boolean attributes, boolean quotes, boolean macros, boolean bars) {
        this.attributes = attributes;
        this.quotes = quotes;
        this.macros = macros;
        this.bars = bars;
    }

    /** None. */
    static final Substitutions NONE = new Substitutions(false, false, false, false);

    /** Those of reStructuredText: {@code |release|}. */
    static final Substitutions BARS = new Substitutions(false, false, false, true);

    /** Those that the attribute {@code subs} of a block of AsciiDoc names: {@code attributes+}, {@code +quotes,macros}. */
    static Substitutions named(String subs) {
        boolean attributes = false;
        boolean quotes = false;
        boolean macros = false;
        int from = 0;
        while (from <= subs.length()) {
            int comma = subs.indexOf(',', from);
            int to = comma < 0 ? subs.length() : comma;
            String name = subs.substring(from, to).trim();
            boolean removed = name.startsWith("-");
            name = name.startsWith("+") || removed ? name.substring(1) : name;
            name = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
            attributes = means(name, "attributes") ? !removed : attributes;
            quotes = means(name, "quotes") ? !removed : quotes;
            macros = means(name, "macros") ? !removed : macros;
            from = to + 1;
        }
        return attributes || quotes || macros ? new Substitutions(attributes, quotes, macros, false) : NONE;
    }

    /** Whether a name, or its first letter, stands for a substitution, alone or as one of the normal ones. */
    private static boolean means(String name, String substitution) {
        return name.equals(substitution)
                || name.equals(substitution.substring(0, 1))
                || name.equals("normal")
                || name.equals("n");
    }

    /** The parts of a line that are replaced, in order. */
    List<Span> in(String text, Span line) {
        List<Span> found = new ArrayList<>(0);
        if (this == NONE) {
            return found;
        }
        int i = line.start();
        while (i < line.end()) {
            int end = end(text, i, line);
            if (end > i) {
                found.add(new Span(i, end));
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    private int end(String text, int at, Span line) {
        char c = text.charAt(at);
        if (attributes && c == '{') {
            return reference(text, at, line);
        }
        if (quotes && QUOTES.indexOf(c) >= 0) {
            return formatted(text, at, line);
        }
        if (bars && c == '|') {
            return between(text, at, line, '|');
        }
        boolean starts = Character.isLetter(c) && (at == line.start() || !isWord(text.charAt(at - 1)));
        return macros && starts ? macro(text, at, line) : at;
    }

    /** A reference to an attribute; behind a dollar sign it is one of the shell's or of Compose's own. */
    private static int reference(String text, int at, Span line) {
        boolean own = at > line.start() && text.charAt(at - 1) == '$';
        int i = at + 1;
        int last = Math.min(line.end(), at + MAX_LENGTH);
        while (i < last && (isWord(text.charAt(i)) || "-:".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return !own && i > at + 1 && i < last && text.charAt(i) == '}' ? i + 1 : at;
    }

    /** Text between two marks, single ones at the edges of words, or doubled ones anywhere. */
    private static int formatted(String text, int at, Span line) {
        char mark = text.charAt(at);
        boolean doubled = at + 1 < line.end() && text.charAt(at + 1) == mark;
        int from = at + (doubled ? 2 : 1);
        boolean edge = at == line.start() || !isWord(text.charAt(at - 1));
        if (from >= line.end() || (!doubled && (!edge || isBlank(text.charAt(from))))) {
            return at;
        }
        int last = Math.min(line.end(), from + MAX_LENGTH);
        for (int i = from + 1; i < last; i++) {
            boolean closes = text.charAt(i) == mark
                    && (doubled
                            ? i + 1 < line.end() && text.charAt(i + 1) == mark
                            : !isBlank(text.charAt(i - 1)) && (i + 1 == line.end() || !isWord(text.charAt(i + 1))));
            if (closes) {
                return i + (doubled ? 2 : 1);
            }
        }
        return at;
    }

    /** A macro within a line, {@code xref:page.adoc[text]}, or an address with a text. */
    private static int macro(String text, int at, Span line) {
        int last = Math.min(line.end(), at + MAX_LENGTH);
        boolean colon = false;
        for (int i = at; i < last; i++) {
            char c = text.charAt(i);
            if (isBlank(c) || c == '"' || c == '\'') {
                return at;
            }
            if (c == '[') {
                int close = text.indexOf(']', i);
                return colon && close >= 0 && close < line.end() ? close + 1 : at;
            }
            colon |= c == ':';
        }
        return at;
    }

    private static int between(String text, int at, Span line, char mark) {
        int i = at + 1;
        int last = Math.min(line.end(), at + MAX_LENGTH);
        while (i < last && text.charAt(i) != mark && !isBlank(text.charAt(i))) {
            i++;
        }
        return i > at + 1 && i < last && text.charAt(i) == mark ? i + 1 : at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
