package dev.plimsoll.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of a git configuration in their order, by the syntax of git-config(1). What follows a mistake is left out. */
final class ConfigText {
    private static final char END = '\0';

    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private int at;

    private ConfigText(String text) {
        this.text = text;
    }

    /**
     * A setting.
     *
     * @param name in lower case, {@code section.key}; a subsection stands between them as it is written
     * @param value {@code true} if there is only a name
     */
    record Setting(String name, String value) {}

    static List<Setting> read(String text) {
        ConfigText config = new ConfigText(text);
        config.read();
        return config.settings;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void read() {
        String section = "";
        if (peek() == '\uFEFF') {
            at++;
        }
        while (at < text.length()) {
            char c = peek();
            if (c == '#' || c == ';') {
                skipLine();
            } else if (c == '[') {
                section = section();
            } else if (isLetter(c)) {
                setting(section);
            } else if (c <= ' ' && c != END) {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    /** Reads {@code [section]} or {@code [section "subsection"]}. */
    private String section() {
        int start = ++at;
        while (isLetter(peek()) || peek() == '-' || peek() == '.' || (peek() >= '0' && peek() <= '9')) {
            at++;
        }
        StringBuilder name = new StringBuilder(text.substring(start, at).toLowerCase(Locale.ROOT));
        skipBlanks();
        if (peek() == '"') {
            at++;
            name.append('.');
            while (peek() != '"' && peek() != '\n' && peek() != END) {
                at += peek() == '\\' ? 1 : 0;
                name.append(peek());
                at++;
            }
            at++;
        }
        if (peek() == ']') {
            at++;
        } else {
            at = text.length();
        }
        return name.toString();
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private void setting(String section) {
        int start = at;
        while (isLetter(peek()) || peek() == '-' || (peek() >= '0' && peek() <= '9')) {
            at++;
        }
        String name = section + "." + text.substring(start, at).toLowerCase(Locale.ROOT);
        skipBlanks();
        if (peek() == '=') {
            at++;
            skipBlanks();
            settings.add(new Setting(name, value()));
        } else {
            settings.add(new Setting(name, "true"));
        }
    }

    /** Reads up to the end of the line: quotes, escapes, comments, and lines that go on behind a backslash. */
    private String value() {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int kept = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                break;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '#' || c == ';')) {
                skipLine();
                break;
            } else if (c == '\\') {
                escape(value);
            } else if (c != '\r' || peek() != '\n') {
                value.append(c);
            }
            // blanks at the end count only inside of quotes
            kept = quoted || (c != ' ' && c != '\t') ? value.length() : kept;
        }
        value.setLength(Math.min(kept, value.length()));
        return value.toString();
    }

    private void escape(StringBuilder value) {
        char c = peek();
        at++;
        if (c == '\r' && peek() == '\n') {
            at++;
        } else if (c != '\n') {
            value.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'b' ? '\b' : c);
        }
    }
}
