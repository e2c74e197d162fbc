package dev.plimsoll.shell;

import dev.plimsoll.source.Text;
import java.util.Locale;

/** What documentation writes where the reader is to put something in: {@code <size>}, {@code IMAGE}, {@code ...}. */
public final class Placeholders {
    /** Units between the brackets of a placeholder; what is longer is text. */
    private static final int MAX_LENGTH = 80;

    /** Words that stand for something when they stand alone. */
    private static final String[] NAMES = {
        "IMAGE",
        "IMAGE_NAME",
        "IMAGE_ID",
        "IMAGE:TAG",
        "IMAGE[:TAG]",
        "CONTAINER",
        "CONTAINER_NAME",
        "CONTAINER_ID",
        "COMMAND",
        "NAME",
        "SIZE",
        "VOLUME",
        "VOLUME_NAME",
        "ARG",
        "ARGS",
        "OPTIONS",
    };

    private Placeholders() {}

    /**
     * Where a placeholder ends that begins at an index: {@code <two words>}, <code>{{x}}</code>, {@code ...}, {@code …}.
     *
     * @return the index behind it; the index itself if none begins there
     */
    public static int end(String text, int at, int limit) {
        char c = text.charAt(at);
        if (c == '…') {
            return at + 1;
        }
        if (c == '.' && text.startsWith("...", at) && at + 3 <= limit) {
            return at + 3;
        }
        if (c == '{' && text.startsWith("{{", at)) {
            return closed(text, at, limit, "}}");
        }
        return c == '<' && at + 1 < limit && opens(text.charAt(at + 1)) ? angle(text, at, limit) : at;
    }

    /** A text of documentation in which each placeholder is taken for unknown; not the {@code ./...} of Go. */
    public static Text unknown(Text text) {
        String value = text.value();
        Text.Builder out = Text.builder(text.file(), text.location().span().start());
        boolean any = false;
        int i = 0;
        while (i < value.length()) {
            char before = i == 0 ? ' ' : value.charAt(i - 1);
            int end = before == '/' || before == '<' ? i : end(value, i, value.length());
            if (end > i) {
                out.unknown(text.span(i, end));
                any = true;
            } else {
                out.copy(text, i);
            }
            i = Math.max(end, i + 1);
        }
        return any ? out.build() : text;
    }

    private static boolean opens(char c) {
        return Character.isLetter(c) || Character.isDigit(c) || c == '_' || c == '.' || c == '/' || c == '-';
    }

    private static int angle(String text, int at, int limit) {
        int close = closed(text, at, limit, ">");
        boolean blankBefore = close > at && Character.isWhitespace(text.charAt(close - 2));
        return blankBefore ? at : close;
    }

    private static int closed(String text, int at, int limit, String close) {
        int last = Math.min(limit - close.length(), at + MAX_LENGTH);
        for (int i = at + close.length(); i <= last; i++) {
            char c = text.charAt(i);
            if (text.startsWith(close, i)) {
                return i + close.length();
            }
            if (c == '\n' || c == '\r' || c == '<' || c == '|' || c == '"' || c == '\'') {
                return close.equals(">") || c == '\n' || c == '\r' ? at : skipTo(text, i, last, close, at);
            }
        }
        return at;
    }

    private static int skipTo(String text, int from, int last, String close, int at) {
        for (int i = from; i <= last; i++) {
            if (text.startsWith(close, i)) {
                return i + close.length();
            }
            if (text.charAt(i) == '\n') {
                return at;
            }
        }
        return at;
    }

    /** Whether a word without quotes is part of a synopsis, such as {@code [OPTIONS]}. */
    static boolean isSynopsis(String written) {
        return written.length() > 2 && written.charAt(0) == '[' && opens(written.charAt(1)) && !isTest(written);
    }

    private static boolean isTest(String written) {
        return written.equals("[[") || written.equals("[");
    }

    /** A word of documentation with the names in it that only stand for something taken for unknown. */
    static Text resolve(Text word) {
        String value = word.value();
        if (isName(value)) {
            return Text.builder(word.file(), word.location().span().start())
                    .unknown(word.location().span())
                    .build();
        }
        if (!mentionsBlank(value)) {
            return word;
        }
        Text.Builder out = Text.builder(word.file(), word.location().span().start());
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i < value.length() && "=:,/@".indexOf(value.charAt(i)) < 0) {
                continue;
            }
            if (isBlankToFill(value, from, i)) {
                out.unknown(word.span(from, i));
            } else {
                for (int k = from; k < i; k++) {
                    out.copy(word, k);
                }
            }
            if (i < value.length()) {
                out.copy(word, i);
            }
            from = i + 1;
        }
        return out.build();
    }

    private static boolean isName(String value) {
        for (String name : NAMES) {
            if (value.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsBlank(String value) {
        return value.contains("xxx") || value.contains("XXX") || value.contains("YOUR_");
    }

    private static boolean isBlankToFill(String value, int from, int to) {
        if (value.startsWith("YOUR_", from) && from < to) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (value.charAt(i) != 'x' && value.charAt(i) != 'X') {
                return false;
            }
        }
        return to - from > 2;
    }

    /** Whether a placeholder in angle brackets stands for several words: {@code <options>}. */
    static boolean namesSeveral(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.contains("option") || name.contains("flag") || name.contains("arg") || name.contains("...");
    }
}
