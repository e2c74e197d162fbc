package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array of strings, each unit with its place. */
final class JsonWords {
    private final Text text;
    private final String value;
    private int at;

    JsonWords(Text text) {
        this.text = text;
        this.value = text.value();
    }

    /** The strings; null if the text is anything else. */
    @Nullable
    List<Text> read() {
        List<Text> words = new ArrayList<>();
        if (!take('[')) {
            return null;
        }
        boolean closed = take(']');
        while (!closed) {
            Text word = string();
            if (word == null) {
                return null;
            }
            words.add(word);
            closed = take(']');
            if (!closed && !take(',')) {
                return null;
            }
        }
        skipBlanks();
        return at == value.length() ? words : null;
    }

    private void skipBlanks() {
        while (at < value.length() && " \t\r\n".indexOf(value.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        skipBlanks();
        boolean there = at < value.length() && value.charAt(at) == c;
        at = there ? at + 1 : at;
        return there;
    }

    private @Nullable Text string() {
        if (!take('"')) {
            return null;
        }
        Text.Builder out = Words.builder(text.part(at, at));
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == '"') {
                at++;
                return out.build();
            }
            if (c < ' ' || (c == '\\' && !escaped(out))) {
                return null;
            }
            if (c != '\\') {
                out.copy(text, at);
                at++;
            }
        }
        return null;
    }

    private boolean escaped(Text.Builder out) {
        if (at + 1 >= value.length()) {
            return false;
        }
        int length = 2;
        int unit = value.charAt(at + 1);
        switch (unit) {
            case '"', '\\', '/' -> {}
            case 'b' -> unit = '\b';
            case 'f' -> unit = '\f';
            case 'n' -> unit = '\n';
            case 'r' -> unit = '\r';
            case 't' -> unit = '\t';
            case 'u' -> {
                length = 6;
                unit = hexadecimal(at + 2);
            }
            default -> unit = -1;
        }
        if (unit < 0) {
            return false;
        }
        Span span = text.part(at, at + length).location().span();
        out.written((char) unit, span.start(), span.end());
        at += length;
        return true;
    }

    private int hexadecimal(int from) {
        if (from + 4 > value.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            char c = value.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
