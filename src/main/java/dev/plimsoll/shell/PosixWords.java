package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import java.util.ArrayList;
import java.util.List;

/** Reads words of sh: quotes, backslashes, and arrays in assignments. */
final class PosixWords {
    private static final char END = PosixScript.END;

    private final PosixScript script;
    private final PosixExpansions expansions;
    private final String text;
    private final Cursor in;

    PosixWords(PosixScript script, PosixScript.Lists lists) {
        this.script = script;
        this.expansions = new PosixExpansions(script, this, lists);
        this.text = script.text;
        this.in = script.in;
    }

    void word(List<Word> words) {
        script.skipBlanks();
        int from = in.at();
        WordBuilder builder = new WordBuilder(script.code, from, words);
        int array = arrayAssignment(from);
        if (array > from) {
            in.to(array);
            array(text.substring(from, script.nameEnd(from)), text.charAt(array - 2) == '+', from);
            return;
        }
        parts(builder, END, false);
        builder.finish(in.at());
    }

    /** Behind the equals sign of {@code NAME=(} or {@code NAME+=(}; the index itself if that does not begin here. */
    private int arrayAssignment(int from) {
        int i = script.nameEnd(from);
        if (i == from) {
            return from;
        }
        i += i < in.limit() && text.charAt(i) == '+' ? 1 : 0;
        return i + 1 < in.limit() && text.charAt(i) == '=' && text.charAt(i + 1) == '(' ? i + 1 : from;
    }

    private void array(String name, boolean append, int position) {
        if (script.depth >= PosixScript.MAX_DEPTH) {
            script.stop();
            return;
        }
        script.depth++;
        in.skip(1);
        List<Word> elements = new ArrayList<>();
        boolean closed = false;
        boolean plain = true;
        while (in.more() && !closed) {
            script.skipBlanks();
            char c = in.more() ? in.unit() : '\n';
            if (c == ')') {
                in.skip(1);
                closed = true;
            } else if (in.more() && PosixScript.isBreak(c)) {
                in.to(script.nextLine(in.at()));
            } else if (c == '#') {
                script.skipComment();
            } else if (in.more()) {
                int before = in.at();
                plain &= c != '[';
                word(elements);
                if (in.at() == before) {
                    plain = false;
                    in.skip(1);
                }
            }
        }
        script.depth--;
        script.broken |= !closed;
        boolean topLevel = script.level == 0 && script.depth == 1 && plain;
        script.seen.assignArray(name, elements, append, position, topLevel);
    }

    /**
     * Reads parts of a word up to its end.
     *
     * @param close what ends the parts apart from the end of a word: a brace for the operand of {@code ${X:-…}}
     * @param inQuotes whether double quotes are open around them
     */
    void parts(WordBuilder word, char close, boolean inQuotes) {
        boolean operand = close == '}';
        while (in.more() && !script.broken) {
            char c = in.unit();
            if (operand && c == '}') {
                return;
            }
            if (!operand
                    && PosixScript.endsWord(c)
                    && !processSubstitution(c)
                    && script.placeholderEnd(in.at()) == in.at()) {
                return;
            }
            int placeholder = script.placeholderEnd(in.at());
            if (placeholder > in.at()) {
                word.sawPlain();
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (c == '\\') {
                backslash(word, inQuotes);
            } else if (c == '\'' && !inQuotes) {
                single(word);
            } else if (c == '"') {
                in.skip(1);
                doubleQuoted(word, in.at() - 1);
            } else if (c == '$') {
                expansions.dollar(word, inQuotes);
            } else if (c == '`') {
                expansions.backticks(word);
            } else if ((c == '<' || c == '>') && processSubstitution(c)) {
                int from = in.at();
                in.skip(2);
                expansions.substitution(word, from);
            } else if (operand && !inQuotes && (PosixScript.isBlank(c) || PosixScript.isBreak(c))) {
                word.split();
                in.skip(1);
            } else {
                word.sawPlain();
                word.copy(in.at());
                in.skip(1);
            }
        }
    }

    private boolean processSubstitution(char c) {
        return (c == '<' || c == '>') && in.ahead(1) == '(';
    }

    private void backslash(WordBuilder word, boolean inQuotes) {
        int next = in.at() + 1;
        int continued = script.continuationEnd(in.at());
        if (continued > in.at()) {
            in.to(continued);
        } else if (next >= in.limit() || (inQuotes && !isEscaped(text.charAt(next)))) {
            word.sawPlain();
            word.copy(in.at());
            in.skip(1);
        } else {
            word.sawPlain();
            word.written(text.charAt(next), in.at(), next + 1);
            in.skip(2);
        }
    }

    /** Whether a backslash in the operand of a quoted {@code "${X:-…}"} takes the meaning from a unit. */
    private static boolean isEscaped(char unit) {
        return unit == '}' || Quoting.SH.escapes('"', unit);
    }

    private void single(WordBuilder word) {
        int open = in.at();
        int close = text.indexOf('\'', open + 1);
        if (close < 0 || close >= in.limit()) {
            script.recover(open, script.found.size());
            return;
        }
        word.sawSingle();
        copyQuoted(word, open + 1, close);
        in.to(close + 1);
    }

    private void copyQuoted(WordBuilder word, int from, int to) {
        int i = from;
        while (i < to) {
            int placeholder = script.documentation ? Placeholders.end(text, i, to) : i;
            if (placeholder > i) {
                word.unknown(i, placeholder);
                i = placeholder;
            } else {
                word.copy(i);
                i++;
            }
        }
    }

    void doubleQuoted(WordBuilder word, int open) {
        int commandsBefore = script.found.size();
        word.sawDouble();
        while (in.more() && !script.broken) {
            char c = in.unit();
            int placeholder = script.placeholderEnd(in.at());
            if (c == '"') {
                in.skip(1);
                return;
            }
            if (placeholder > in.at()) {
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (c == '\\') {
                escapeInQuotes(word);
            } else if (c == '$') {
                expansions.dollar(word, true);
            } else if (c == '`') {
                expansions.backticks(word);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        if (!script.stopped && (!script.broken || !in.more())) {
            script.recover(open, commandsBefore);
        }
    }

    private void escapeInQuotes(WordBuilder word) {
        int continued = script.continuationEnd(in.at());
        if (continued > in.at()) {
            in.to(continued);
        } else if (in.ahead(1) != END && Quoting.SH.escapes('"', in.ahead(1))) {
            word.written(in.ahead(1), in.at(), in.at() + 2);
            in.skip(2);
        } else {
            word.copy(in.at());
            in.skip(1);
        }
    }
}
