package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array of strings, each unit with its place. */
final class JsonWords {
    private final Text text;
    private final String value;
    private final Cursor in;

    JsonWords(Text text) {
        this.text = text;
        this.value = text.value();
        this.in = new Cursor(value);
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
        return in.more() ? null : words;
    }

    private void skipBlanks() {
        while (in.more() && " \t\r\n".indexOf(in.unit()) >= 0) {
            in.skip(1);
        }
    }

    private boolean take(char c) {
        skipBlanks();
        boolean there = in.more() && in.unit() == c;
        in.skip(there ? 1 : 0);
        return there;
    }

    private @Nullable Text string() {
        if (!take('"')) {
            return null;
        }
        Text.Builder out = Words.builder(text.part(in.at(), in.at()));
        while (in.more()) {
            char c = in.unit();
            if (c == '"') {
                in.skip(1);
                return out.build();
            }
            if (c < ' ' || (c == '\\' && !escaped(out))) {
                return null;
            }
            if (c != '\\') {
                out.copy(text, in.at());
                in.skip(1);
            }
        }
        return null;
    }

    private boolean escaped(Text.Builder out) {
        if (in.at() + 1 >= value.length()) {
            return false;
        }
        int length = 2;
        int unit = value.charAt(in.at() + 1);
        switch (unit) {
            case '"', '\\', '/' -> {}
            case 'b' -> unit = '\b';
            case 'f' -> unit = '\f';
            case 'n' -> unit = '\n';
            case 'r' -> unit = '\r';
            case 't' -> unit = '\t';
            case 'u' -> {
                length = 6;
                unit = hexadecimal(in.at() + 2);
            }
            default -> unit = -1;
        }
        if (unit < 0) {
            return false;
        }
        Span span = text.part(in.at(), in.at() + length).location().span();
        out.written((char) unit, span.start(), span.end());
        in.skip(length);
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
