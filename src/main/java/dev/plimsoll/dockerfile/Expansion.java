package dev.plimsoll.dockerfile;

import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves quotes, escapes and variables in a word: {@code $X}, {@code ${X}}, {@code :-}, {@code -}, {@code :+}, {@code +},
 * {@code :?}, {@code ?}, nested in the part behind the operator. Patterns ({@code #}, {@code %}, {@code /}) give something
 * unknown. So does a variable that has no value: Docker would put nothing there, but whoever wrote it means to set it.
 * Source: buildkit frontend/dockerfile/shell/lex.go.
 */
final class Expansion {
    private static final int MAX_NESTING = 32;
    /**
     * Most units that variables may add in one Dockerfile: each {@code ENV A=$A$A} doubles a value, so that sixty lines
     * would fill any memory.
     */
    private static final int MAX_ADDED = 1024 * 1024;

    private final char escape;
    private final Quoting quoting;
    private int left = MAX_ADDED;

    Expansion(char escape) {
        this.escape = escape;
        this.quoting = Quoting.dockerfile(escape);
    }

    /**
     * A word with everything resolved.
     *
     * @param source the word as written
     * @param text what it stands for
     * @param variables the names used, in order
     */
    record Expanded(Text source, Text text, List<String> variables) {
        /** The text as a value. */
        Value<String> value() {
            return of(text.value(), "");
        }

        /** The text as a value of another type; null if it is none of that type. */
        <T> Value<T> of(@Nullable T parsed, String reason) {
            return Value.read(text, source.value(), variables, parsed, reason);
        }

        /** The value at the place of the word. */
        Located<Value<String>> located() {
            return Located.of(value(), source.location());
        }
    }

    Expanded apply(Text word, Scope scope) {
        String value = word.value();
        if (value.indexOf('$') < 0 && value.indexOf('"') < 0 && value.indexOf('\'') < 0 && value.indexOf(escape) < 0) {
            return new Expanded(word, word, List.of());
        }
        return new Pass(word, scope).run();
    }

    /** One word being resolved. */
    private final class Pass {
        private final Text word;
        private final String value;
        private final Scope scope;
        private final Text.Builder out;
        private final List<String> variables = new ArrayList<>();
        private final Cursor in;
        /** Whether what is read counts; not so in an operand that is passed over. */
        private boolean counts = true;
        /** How many operands of variables surround the place. */
        private int nesting;

        private boolean broken;

        Pass(Text word, Scope scope) {
            this.word = word;
            this.value = word.value();
            this.in = new Cursor(value);
            this.scope = scope;
            this.out = Words.builder(word);
        }

        Expanded run() {
            plain((char) 0);
            return new Expanded(word, out.build(), variables);
        }

        /** Reads up to a character that ends it, or to the end of the word. */
        private void plain(char stop) {
            while (in.more()) {
                char c = in.unit();
                if (c == stop && stop != 0) {
                    in.skip(1);
                    return;
                }
                if (c == '\'') {
                    singleQuoted();
                } else if (c == '"') {
                    doubleQuoted();
                } else if (c == '$') {
                    dollar();
                } else if (c == escape) {
                    in.skip(1);
                    copyOne();
                } else {
                    copyOne();
                }
            }
            if (stop != 0) {
                fail(value.length());
            }
        }

        private void copyOne() {
            if (in.more()) {
                if (counts && nesting > 0) {
                    out.copyAsDefault(word, in.at());
                } else if (counts) {
                    out.copy(word, in.at());
                }
                in.skip(1);
            }
        }

        private void singleQuoted() {
            int open = in.at();
            int close = value.indexOf('\'', in.at() + 1);
            if (close < 0) {
                fail(open);
                return;
            }
            in.skip(1);
            while (in.at() < close) {
                copyOne();
            }
            in.to(close + 1);
        }

        private void doubleQuoted() {
            int open = in.at();
            in.skip(1);
            while (in.more()) {
                char c = in.unit();
                if (c == '"') {
                    in.skip(1);
                    return;
                }
                if (c == '$') {
                    dollar();
                    continue;
                }
                if (c == escape && in.at() + 1 < value.length()) {
                    in.skip(quoting.escapes('"', value.charAt(in.at() + 1)) ? 1 : 0);
                }
                copyOne();
            }
            fail(open);
        }

        /** Docker refuses the word: nothing from here on is known. */
        private void fail(int from) {
            if (!broken) {
                broken = true;
                out.unknown(word.from(from).location().span());
            }
            in.toEnd();
        }

        private void dollar() {
            int start = in.at();
            if (in.ahead(1) == '{') {
                in.skip(1);
                braced(start);
                return;
            }
            int end = nameEnd(start + 1);
            if (end == start + 1) {
                copyOne();
                return;
            }
            in.to(end);
            if (counts) {
                String name = value.substring(start + 1, end);
                variables.add(name);
                put(scope.value(name), span(start));
            }
        }

        private Span span(int start) {
            return word.part(start, in.at()).location().span();
        }

        private void braced(int start) {
            in.skip(1);
            int nameEnd = nameEnd(in.at());
            String name = value.substring(in.at(), nameEnd);
            in.to(nameEnd);
            if (name.isEmpty() || !in.more() || nesting == MAX_NESTING) {
                fail(start);
                return;
            }
            if (counts) {
                variables.add(name);
            }
            char operator = in.unit();
            in.skip(1);
            if (operator == '}') {
                if (counts) {
                    put(scope.value(name), span(start));
                }
                return;
            }
            boolean colon = operator == ':';
            if (colon && in.more()) {
                operator = in.unit();
                in.skip(1);
            }
            operand(start, name, operator, colon);
        }

        /** The part behind an operator, which stands in or is passed over. */
        private void operand(int start, String name, char operator, boolean colon) {
            String known = scope.value(name);
            boolean set = known != null && !(colon && known.isEmpty());
            // a value of nothing but an unknown part may be empty
            boolean maybe = known != null && colon && isAllUnknown(known);
            boolean wanted = (operator == '-' && !set && (known != null || scope.isDefaultGood(name)))
                    || (operator == '+' && set && !maybe);
            boolean before = counts;
            counts = before && wanted;
            nesting++;
            plain('}');
            nesting--;
            counts = before;
            if (wanted || !counts || broken) {
                return;
            }
            if ((operator == '-' || operator == '?') && set) {
                put(known, span(start));
            } else if (operator != '+' || known == null || maybe) {
                out.unknown(span(start));
            }
        }

        private static boolean isAllUnknown(String value) {
            for (int i = 0; i < value.length(); i++) {
                if (value.charAt(i) != Text.UNKNOWN) {
                    return false;
                }
            }
            return !value.isEmpty();
        }

        private void put(@Nullable String known, Span reference) {
            if (known == null || known.length() > left) {
                out.unknown(reference);
                return;
            }
            left -= known.length();
            int from = 0;
            for (int i = known.indexOf(Text.UNKNOWN); i >= 0; i = known.indexOf(Text.UNKNOWN, from)) {
                out.variable(known.substring(from, i), reference);
                out.unknown(reference);
                from = i + 1;
            }
            out.variable(known.substring(from), reference);
        }

        /**
         * Where a name ends that begins at an index: letters, digits and underscores; only digits if it begins with one;
         * or one of the shell's own parameters. The index itself if none begins there.
         */
        private int nameEnd(int from) {
            if (from < value.length() && "@*#?-$!".indexOf(value.charAt(from)) >= 0) {
                return from + 1;
            }
            boolean digits = from < value.length() && Character.isDigit(value.charAt(from));
            int i = from;
            while (i < value.length() && isNameUnit(value.charAt(i), digits)) {
                i++;
            }
            return i;
        }

        private static boolean isNameUnit(char c, boolean digits) {
            return Character.isDigit(c) || (!digits && (c == '_' || Character.isLetter(c)));
        }
    }
}
