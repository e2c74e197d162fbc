package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as RFC 8259 has it and nothing else: readers at hand take more, which would hide a mistake of a writer. */
final class StrictJson {
    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /**
     * The value: maps, lists, strings, numbers, booleans, null.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static @Nullable Object parse(String text) {
        StrictJson json = new StrictJson(text);
        json.blanks();
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("something behind the value");
        }
        return value;
    }

    private IllegalArgumentException wrong(String what) {
        int from = Math.max(0, at - 40);
        return new IllegalArgumentException(
                what + " at " + at + ": " + Input.escaped(text.substring(from, Math.min(text.length(), at + 40))));
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at == text.length()) {
            throw wrong("end of text");
        }
        return text.charAt(at);
    }

    private void expect(String word) {
        if (!text.startsWith(word, at)) {
            throw wrong("no " + word);
        }
        at += word.length();
    }

    private @Nullable Object value() {
        switch (next()) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> {
                return string();
            }
            case 't' -> {
                expect("true");
                return true;
            }
            case 'f' -> {
                expect("false");
                return false;
            }
            case 'n' -> {
                expect("null");
                return null;
            }
            default -> {
                return number();
            }
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        if (next() == '}') {
            at++;
            return members;
        }
        while (true) {
            blanks();
            String name = string();
            blanks();
            expect(":");
            blanks();
            if (members.containsKey(name)) {
                throw wrong("a second member " + name);
            }
            members.put(name, value());
            blanks();
            if (next() == '}') {
                at++;
                return members;
            }
            expect(",");
        }
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        blanks();
        if (next() == ']') {
            at++;
            return items;
        }
        while (true) {
            blanks();
            items.add(value());
            blanks();
            if (next() == ']') {
                at++;
                return items;
            }
            expect(",");
        }
    }

    private String string() {
        expect("\"");
        StringBuilder out = new StringBuilder();
        while (next() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("a control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() {
        char c = next();
        at++;
        switch (c) {
            case '"', '\\', '/' -> {
                return c;
            }
            case 'b' -> {
                return '\b';
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw wrong("a cut escape");
                }
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong("an unknown escape");
        }
    }

    private Number number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong("no value");
        }
        return number.matches("-?[0-9]{1,18}") ? (Number) Long.parseLong(number) : (Number) Double.parseDouble(number);
    }
}
