package dev.plimsoll.build;

import dev.plimsoll.catalog.Facet;
import dev.plimsoll.catalog.Profile;
import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sources of classes that hold data. A class archive brings them along, whereas the first resource that a run opens
 * costs more than to read the file that is linted.
 */
final class DataClasses {
    /** A constant has at most 65,535 bytes, and a character takes up to three. */
    private static final int LONGEST = 20_000;
    /** The fields of a line, see {@link RulePageCompiler}. */
    private static final int FIELDS = 13;

    private DataClasses() {}

    /** The source of a class that holds a text. */
    static String text(String folder, String name, String text) {
        StringBuilder parts = new StringBuilder(literal(text.substring(0, Math.min(text.length(), LONGEST))));
        for (int from = LONGEST; from < text.length(); from += LONGEST) {
            // not an operator, which would make one constant of all
            String part = text.substring(from, Math.min(text.length(), from + LONGEST));
            parts.append("\n                .concat(").append(literal(part)).append(")");
        }
        return """
                package dev.plimsoll.%s;

                /** Written by the build from what rules/ and src/main/schema/ say: change those. */
                final class %s {
                    private %s() {}

                    /** What the class is for. */
                    static String text() {
                        return %s;
                    }
                }
                """.formatted(folder, name, name, parts);
    }

    /** The source of the class that holds what the front matter of the rule pages says. */
    static String pages(String name, String lines) {
        StringBuilder rules = new StringBuilder();
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                rules.append(rules.isEmpty() ? "" : ",")
                        .append("\n                ")
                        .append(page(line));
            }
        }
        return """
                package dev.plimsoll.catalog;

                import dev.plimsoll.diagnostic.Severity;
                import java.util.List;

                /** Written by the build from the pages in rules/: change those. */
                final class %s {
                    private %s() {}

                    /** The rules, sorted by id. */
                    static List<RuleMetadata> rules() {
                        return List.of(%s);
                    }
                }
                """.formatted(name, name, rules);
    }

    private static String page(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException(line);
        }
        List<String> facets = new ArrayList<>();
        for (String facet : fields[9].split(" ", -1)) {
            facets.add("Facet." + Facet.of(facet).orElseThrow().name());
        }
        return "new RuleMetadata("
                + String.join(
                        ", ",
                        literal(fields[0]),
                        "Severity." + Severity.of(fields[1]).orElseThrow().name(),
                        literal(fields[2]),
                        "Profile." + Profile.of(fields[3]).orElseThrow().name(),
                        literal(fields[4]),
                        literal(fields[5]),
                        literal(fields[6]),
                        literal(fields[7]),
                        String.valueOf(!fields[8].isEmpty()),
                        "List.of(" + String.join(", ", facets) + ")",
                        literal(fields[10]),
                        settings(fields[11]),
                        settings(fields[12]))
                + ")";
    }

    private static String settings(String field) {
        List<String> words = new ArrayList<>();
        for (String setting : field.isEmpty() ? new String[0] : field.split(";", -1)) {
            int equals = setting.indexOf('=');
            words.add(literal(setting.substring(0, equals)));
            words.add(literal(setting.substring(equals + 1)));
        }
        return "RuleMetadata.settings(" + String.join(", ", words) + ")";
    }

    private static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                out.append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else {
                out.append("\\u").append(String.format("%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }
}
