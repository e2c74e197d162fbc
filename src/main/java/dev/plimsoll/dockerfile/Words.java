package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which arguments of instructions are cut into words. */
final class Words {
    private Words() {}

    /**
     * Takes the flags off the front. Quotes and backslashes are resolved as buildkit's split_command.go does it, whatever
     * the escape character.
     *
     * @return the arguments behind them
     */
    static Text takeFlags(Text rest, List<Line.Flag> flags) {
        String value = rest.value();
        int i = 0;
        while (true) {
            while (i < value.length() && Blanks.isSpace(value.charAt(i))) {
                i++;
            }
            if (!value.startsWith("--", i)) {
                return Blanks.strip(rest.from(i));
            }
            int to = flagEnd(value, i);
            Text flag = unquoted(rest.part(i, to));
            i = to;
            if (flag.value().equals("--")) {
                return Blanks.strip(rest.from(i));
            }
            int equals = flag.value().indexOf('=');
            int nameEnd = equals < 0 ? flag.length() : equals;
            Text setting = flag.from(equals < 0 ? nameEnd : equals + 1);
            flags.add(new Line.Flag(flag.location(), flag.value().substring(Math.min(2, nameEnd), nameEnd), setting));
        }
    }

    private static int flagEnd(String value, int from) {
        char quote = 0;
        int i = from;
        while (i < value.length()) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Blanks.isSpace(c)) {
                return i;
            }
            i++;
        }
        return value.length();
    }

    private static Text unquoted(Text word) {
        String value = word.value();
        if (value.indexOf('"') < 0 && value.indexOf('\'') < 0 && value.indexOf('\\') < 0) {
            return word;
        }
        Text.Builder out = builder(word);
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
                if (i < value.length()) {
                    out.copy(word, i);
                }
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                out.copy(word, i);
            }
        }
        return out.build();
    }

    static Text.Builder builder(Text text) {
        return Text.builder(text.file(), text.location().span().start());
    }

    /** Words between blanks; quotes mean nothing here. */
    static List<Text> atBlanks(Text text) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        int from = -1;
        for (int i = 0; i <= value.length(); i++) {
            boolean blank = i == value.length() || Blanks.isSeparator(value.charAt(i));
            if (blank && from >= 0) {
                words.add(text.part(from, i));
                from = -1;
            } else if (!blank && from < 0) {
                from = i;
            }
        }
        return words;
    }

    /** Words of {@code ENV} and {@code ARG}: blanks in quotes and behind the escape character do not part; quotes stay. */
    static List<Text> quoted(Text text, char escape) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        char quote = 0;
        int from = -1;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote == 0 && Blanks.isSpace(c)) {
                if (from >= 0) {
                    words.add(text.part(from, i));
                    from = -1;
                }
                continue;
            }
            from = from < 0 ? i : from;
            if (c == escape && quote != '\'') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        if (from >= 0) {
            words.add(text.from(from));
        }
        return words;
    }

    /** The strings of a JSON array; null for anything else, which Docker then takes as plain words. */
    static @Nullable List<Text> json(Text text) {
        if (!text.value().startsWith("[")) {
            return null;
        }
        return new JsonWords(text).read();
    }

    /**
     * Words of a shell command, so far as they can be told without running it. What the shell puts in for a variable or a
     * substitution is unknown.
     */
    static List<Text> ofShell(Text text) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        Text.Builder word = null;
        char quote = 0;
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i);
            if (quote == 0 && Blanks.isSpace(c)) {
                if (word != null) {
                    words.add(word.build());
                    word = null;
                }
                i++;
                continue;
            }
            if (word == null) {
                word = builder(text.part(i, i + 1));
            }
            int reference = quote == '\'' ? i : referenceEnd(value, i);
            if (reference > i) {
                Span span = text.part(i, reference).location().span();
                word.unknown(span);
                i = reference;
                continue;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < value.length()) {
                i++;
                word.copy(text, i);
            } else {
                word.copy(text, i);
            }
            i++;
        }
        if (word != null) {
            words.add(word.build());
        }
        return words;
    }

    /** Where a variable or substitution ends that begins at an index; the index itself if none does. */
    private static int referenceEnd(String value, int at) {
        char c = value.charAt(at);
        if (c == '`') {
            int close = value.indexOf('`', at + 1);
            return close < 0 ? value.length() : close + 1;
        }
        if (c != '$' || at + 1 == value.length()) {
            return at;
        }
        char kind = value.charAt(at + 1);
        if (kind == '{') {
            return closed(value, at + 1, '{', '}');
        }
        if (kind == '(') {
            return closed(value, at + 1, '(', ')');
        }
        int i = at + 1;
        while (i < value.length() && isNameUnit(value.charAt(i))) {
            i++;
        }
        return i > at + 1 || "@*#?-$!".indexOf(kind) < 0 ? (i > at + 1 ? i : at) : at + 2;
    }

    private static int closed(String value, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return value.length();
    }

    static boolean isNameUnit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
