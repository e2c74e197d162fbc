package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a dollar sign or a backtick begins in a word of sh: variables, substitutions, arithmetic, {@code $'…'}. */
final class PosixExpansions {
    /** Units of a subscript. */
    private static final int MAX_NAME = 200;

    private static final char END = PosixScript.END;

    private final PosixScript script;
    private final PosixWords words;
    private final PosixScript.Lists lists;
    private final String text;
    private final Cursor in;

    PosixExpansions(PosixScript script, PosixWords words, PosixScript.Lists lists) {
        this.script = script;
        this.words = words;
        this.lists = lists;
        this.text = script.text;
        this.in = script.in;
    }

    void dollar(WordBuilder word, boolean inQuotes) {
        int from = in.at();
        char next = in.ahead(1);
        if (!inQuotes && next == '\'') {
            word.sawOther();
            in.skip(2);
            ansi(word, from);
            return;
        }
        if (!inQuotes && next == '"') {
            word.sawOther();
            in.skip(2);
            words.doubleQuoted(word, from + 1);
            return;
        }
        if (!inQuotes) {
            word.sawPlain();
        }
        if (next == '{') {
            in.skip(2);
            braced(word, from, inQuotes);
        } else if (next == '(') {
            int arithmetic = script.arithmeticEnd(from + 1);
            if (arithmetic > from + 1) {
                script.changeNames(from + 1, arithmetic);
                word.unknown(from, arithmetic);
                in.to(arithmetic);
            } else {
                in.skip(2);
                substitution(word, from);
            }
        } else if (Programs.isNameUnit(next, false)) {
            in.to(script.nameEnd(from + 1));
            value(word, text.substring(from + 1, in.at()), from, inQuotes);
        } else if (next != END && "@*#?-$!0123456789".indexOf(next) >= 0) {
            in.skip(2);
            word.unknown(from, in.at());
        } else {
            word.copy(in.at());
            in.skip(1);
        }
    }

    private void value(WordBuilder word, String name, int from, boolean inQuotes) {
        Text value = script.known.value(name, from);
        if (value == null) {
            word.unknown(from, in.at());
        } else {
            word.expand(value, from, in.at(), inQuotes);
        }
    }

    /** A command substitution whose opening was read. */
    void substitution(WordBuilder word, int from) {
        lists.list(')');
        if (!script.broken) {
            word.unknown(from, in.at());
        }
    }

    void backticks(WordBuilder word) {
        int from = in.at();
        int close = from + 1;
        while (close < in.limit() && text.charAt(close) != '`') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= in.limit()) {
            script.recover(from, script.found.size());
            return;
        }
        in.to(from + 1);
        int outer = in.limit(close);
        lists.list(END);
        in.limit(outer);
        in.to(script.stopped ? outer : close + 1);
        if (!script.broken) {
            word.unknown(from, close + 1);
        }
    }

    private void ansi(WordBuilder word, int open) {
        while (in.more()) {
            char c = in.unit();
            if (c == '\'') {
                in.skip(1);
                return;
            }
            if (c == '\\' && in.at() + 1 < in.limit()) {
                int end = AnsiEscapes.end(text, in.at(), in.limit());
                word.written(AnsiEscapes.unit(text, in.at(), end), in.at(), end);
                in.to(end);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        script.recover(open, script.found.size());
    }

    /** {@code ${…}}, its opening read. */
    private void braced(WordBuilder word, int from, boolean inQuotes) {
        boolean isPlain = in.more() && in.unit() != '#' && in.unit() != '!';
        int nameFrom = isPlain ? in.at() : in.at() + 1;
        int nameEnd = script.nameEnd(nameFrom);
        if (nameEnd == nameFrom && nameEnd < in.limit() && text.charAt(nameEnd) != '}') {
            // $1, $@ and their like
            isPlain = false;
            nameEnd++;
        }
        String name = text.substring(Math.min(nameFrom, in.limit()), Math.min(nameEnd, in.limit()));
        in.to(Math.min(nameEnd, in.limit()));
        boolean isAll = in.startsWith("[@]");
        boolean hasSubscript = in.more() && in.unit() == '[';
        if (hasSubscript) {
            int last = Math.min(in.limit(), in.at() + MAX_NAME + 1);
            int close = in.at();
            while (close < last && text.charAt(close) != ']') {
                close++;
            }
            if (close < last) {
                in.to(close + 1);
            }
        }
        boolean colon = in.more() && in.unit() == ':';
        char operator = in.ahead(colon ? 1 : 0);
        List<Word> elements = isAll && isPlain ? script.known.elements(name, from) : null;
        Text value = hasSubscript || !isPlain ? null : script.known.value(name, from);
        if (operator == '}' && !colon) {
            in.skip(1);
            if (elements != null) {
                word.expand(elements, from, in.at());
            } else if (value != null) {
                word.expand(value, from, in.at(), inQuotes);
            } else {
                word.unknown(from, in.at());
            }
            return;
        }
        if ((operator == '=' || (colon && operator == '=')) && isPlain) {
            script.seen.change(name);
        }
        operand(
                word,
                from,
                inQuotes,
                new Operator(operator, colon, value, elements, isPlain && (!hasSubscript || isAll)));
    }

    /**
     * What stands behind a variable's name.
     *
     * @param value of the variable; null if it is not known
     * @param elements of the array; null if they are not known
     */
    private record Operator(
            char sign,
            boolean colon,
            @Nullable Text value,
            @Nullable List<Word> elements,
            boolean isPlain) {
        boolean isSet() {
            Text text = value;
            return elements != null ? !elements.isEmpty() : text != null && !(colon && text.isEmpty());
        }

        boolean isKnown() {
            return value != null || elements != null;
        }

        boolean takesDefault() {
            return isPlain && (sign == '-' || sign == '=') && !isSet();
        }

        boolean takesAlternative() {
            return isPlain && sign == '+' && isKnown() && isSet();
        }
    }

    private void operand(WordBuilder word, int from, boolean inQuotes, Operator operator) {
        boolean hasOperator = "-=?+".indexOf(operator.sign()) >= 0;
        in.skip(hasOperator ? (operator.colon() ? 2 : 1) : 0);
        boolean taken = hasOperator && (operator.takesDefault() || operator.takesAlternative());
        WordBuilder target = taken ? word : word.discarded();
        int before = target.count();
        script.depth++;
        if (script.depth >= PosixScript.MAX_DEPTH) {
            script.stop();
        }
        target.enterDefault();
        words.parts(target, '}', inQuotes);
        target.leaveDefault();
        script.depth--;
        if (script.broken || !in.more()) {
            script.broken = true;
            return;
        }
        in.skip(1);
        Text value = operator.value();
        List<Word> elements = operator.elements();
        if (taken) {
            if (target.count() == before && !operator.takesAlternative()) {
                // ${X:-} is written for a variable that may not be set, and may well be
                word.unknown(from, in.at());
            }
        } else if (hasOperator && operator.sign() != '+' && value != null && operator.isSet()) {
            word.expand(value, from, in.at(), inQuotes);
        } else if (hasOperator && operator.sign() != '+' && elements != null && operator.isSet()) {
            word.expand(elements, from, in.at());
        } else if (!(hasOperator && operator.sign() == '+' && operator.isKnown())) {
            word.unknown(from, in.at());
        }
    }
}
