package dev.plimsoll.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a {@link Template}. Its lines are those of the page but for what makes it legible: indentation is left out, and so
 * are empty lines, the break of a line that ends with a backslash, and that of a line which holds only a tag of a section,
 * a comment ({@code {{! why}}}) or the name of another template that stands there ({@code {{>name}}}).
 */
final class TemplateReader {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Templates that stand in each other: a circle ends here. */
    private static final int MAX_DEPTH = 10;

    private final Source source;

    /** Where the texts of templates come from. */
    interface Source {
        /** The text of a template by its name, lines ended by {@code \n}. */
        String text(String name) throws IOException;
    }

    TemplateReader(Source source) {
        this.source = source;
    }

    /**
     * The template of a name.
     *
     * @throws IllegalStateException if its tags do not fit together
     * @throws IOException if it cannot be read
     */
    Template read(String name) throws IOException {
        return new Scanner(name, text(name, 0)).all();
    }

    private String text(String name, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IllegalStateException("the template " + name + " holds itself");
        }
        StringBuilder text = new StringBuilder();
        for (String written : source.text(name).split("\n", -1)) {
            String line = written.stripLeading();
            if (line.startsWith("{{>")) {
                text.append(text(line.substring(3, line.length() - CLOSE.length()), depth + 1));
            } else if (line.endsWith("\\")) {
                text.append(line, 0, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("{{!")) {
                text.append(line).append(isTag(line) ? "" : "\n");
            }
        }
        return text.toString();
    }

    /** Whether a line is the tag of a section and nothing else. */
    private static boolean isTag(String line) {
        return (line.startsWith("{{#") || line.startsWith("{{/"))
                && line.indexOf(CLOSE) == line.length() - CLOSE.length();
    }

    /** Cuts a text at its tags. */
    private static final class Scanner {
        private final String template;
        private final String text;
        private int at;

        Scanner(String template, String text) {
            this.template = template;
            this.text = text;
        }

        Template all() {
            Template all = upTo("", template);
            if (at < text.length()) {
                throw error("nothing is open where {{" + tag() + "}} stands");
            }
            return all;
        }

        /** What stands before a closing tag; the tag is left where it is. */
        private Template upTo(String closing, String name) {
            List<Template.Part> parts = new ArrayList<>();
            Set<String> names = new HashSet<>();
            while (at < text.length()) {
                int open = text.indexOf(OPEN, at);
                int end = open < 0 ? text.length() : open;
                if (end > at) {
                    parts.add(new Template.Html(text.substring(at, end)));
                    at = end;
                } else if (text.startsWith("{{/", at)) {
                    break;
                } else {
                    parts.add(part(tag(), names));
                }
            }
            if (!text.startsWith(closing, at)) {
                throw error("{{#" + name + "}} is not closed");
            }
            return new Template(name, List.copyOf(parts), Set.copyOf(names));
        }

        private Template.Part part(String tag, Set<String> names) {
            char kind = tag.charAt(0);
            String name = Character.isLetter(kind) ? tag : tag.substring(1);
            names.add(name);
            switch (kind) {
                case '#' -> {
                    Template body = upTo("{{/" + name + CLOSE, name);
                    tag();
                    return new Template.Section(body);
                }
                case '{' -> {
                    at++;
                    return new Template.Place(name, true);
                }
                case '>', '!' -> throw error("{{" + tag + "}} does not stand alone on its line");
                default -> {
                    return new Template.Place(name, false);
                }
            }
        }

        /** What stands between the braces here. */
        private String tag() {
            int from = at + OPEN.length();
            int close = text.indexOf(CLOSE, from);
            if (close <= from) {
                throw error("a tag without a name, or without an end");
            }
            at = close + CLOSE.length();
            return text.substring(from, close);
        }

        private IllegalStateException error(String what) {
            return new IllegalStateException("template " + template + ": " + what);
        }
    }
}
