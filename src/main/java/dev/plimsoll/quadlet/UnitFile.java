package dev.plimsoll.quadlet;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a systemd unit. A line that ends with a backslash goes on in the next one, comment lines between them left
 * out; {@code %i} and {@code $X} are unknown. Source: systemd.syntax(7); systemd.unit(5) on specifiers.
 */
final class UnitFile {
    private final SourceFile file;
    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>(4);
    private int next;

    private UnitFile(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * A heading, {@code [Container]}.
     *
     * @param name what stands between the brackets
     */
    record Section(String name, Location at) {}

    /**
     * A line {@code Key=value}.
     *
     * @param section the name of the section that it stands in; empty before the first
     * @param key where the key stands
     * @param value what is behind the equals sign, without blanks around it; lines that go on are joined by a blank
     */
    record Setting(String section, String name, Location key, Text value) {}

    /** The settings in order of writing; lines that are none are passed over. */
    static UnitFile of(SourceFile file) {
        UnitFile unit = new UnitFile(file);
        unit.read();
        return unit;
    }

    List<Setting> settings() {
        return settings;
    }

    List<Section> sections() {
        return sections;
    }

    private void read() {
        String section = "";
        next = 0;
        while (next < text.length()) {
            int start = skipBlanks(next);
            int end = lineEnd(start);
            if (start < end && text.charAt(start) == '[') {
                int close = text.indexOf(']', start);
                section = close < 0 || close > end ? "" : text.substring(start + 1, close);
                sections.add(new Section(section, new Location(file, new Span(start, trimmed(start, end)))));
                next = behind(end);
            } else if (start < end && !isComment(start)) {
                setting(section, start, end);
            } else {
                next = behind(end);
            }
        }
    }

    private void setting(String section, int start, int end) {
        int equals = text.indexOf('=', start);
        if (equals < 0 || equals > end) {
            skip(end);
            return;
        }
        int keyEnd = trimmed(start, equals);
        Location key = new Location(file, new Span(start, keyEnd));
        int from = Math.min(end, skipBlanks(equals + 1));
        Text.Builder value = Text.builder(file, from);
        int lineEnd = end;
        while (goesOn(from, lineEnd)) {
            add(from, lineEnd - 1, value);
            value.written(' ', lineEnd - 1, lineEnd);
            from = behind(lineEnd);
            while (from < text.length() && isComment(skipBlanks(from))) {
                from = behind(lineEnd(from));
            }
            lineEnd = lineEnd(from);
        }
        add(from, trimmed(from, lineEnd), value);
        next = behind(lineEnd);
        settings.add(new Setting(section, text.substring(start, keyEnd), key, trimmed(value.build())));
    }

    /** Passes over a line that is no setting, with those that it goes on in. */
    private void skip(int end) {
        int lineEnd = end;
        while (goesOn(lineEnd - 1, lineEnd)) {
            lineEnd = lineEnd(behind(lineEnd));
        }
        next = behind(lineEnd);
    }

    private boolean goesOn(int from, int end) {
        return end > from && text.charAt(end - 1) == '\\' && end < text.length();
    }

    /** Adds a part of a line, with one unknown unit for what only systemd knows. */
    private void add(int from, int to, Text.Builder value) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < to && text.charAt(i + 1) == '%') {
                value.written('%', i, i + 2);
                i += 2;
            } else if (c == '%' && i + 1 < to && Character.isLetter(text.charAt(i + 1))) {
                value.unknown(new Span(i, i + 2));
                i += 2;
            } else if (c == '$' && i + 1 < to && isVariable(text.charAt(i + 1))) {
                int end = variableEnd(i + 1, to);
                value.unknown(new Span(i, end));
                i = end;
            } else {
                value.written(c, i, i + 1);
                i++;
            }
        }
    }

    private int variableEnd(int from, int to) {
        int i = from;
        if (text.charAt(i) == '{') {
            int close = text.indexOf('}', i);
            return close < 0 || close >= to ? to : close + 1;
        }
        while (i < to && (isVariable(text.charAt(i)) || Character.isDigit(text.charAt(i))) && text.charAt(i) != '{') {
            i++;
        }
        return i;
    }

    private static boolean isVariable(char c) {
        return c == '{' || c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static Text trimmed(Text value) {
        int end = value.length();
        while (end > 0 && isBlank(value.value().charAt(end - 1))) {
            end--;
        }
        return value.part(0, end);
    }

    private boolean isComment(int start) {
        return start < text.length() && (text.charAt(start) == '#' || text.charAt(start) == ';');
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int trimmed(int from, int end) {
        int i = end;
        while (i > from && isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Offset of the line's end: its line break, or the end of the text. */
    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Offset behind the line break at an offset. */
    private int behind(int end) {
        boolean two = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (two ? 2 : 1));
    }
}
