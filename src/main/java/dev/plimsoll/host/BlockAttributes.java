package dev.plimsoll.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands above a block of AsciiDoc and is about it: its title, and attributes such as {@code [source%linenums,yaml]},
 * of which later lines add to earlier ones. Source: the AsciiDoc Language, "Element Attributes".
 */
final class BlockAttributes {
    /** Offset of the first line; -1 if there is none. */
    private int head = -1;

    private String style = "";
    private String language = "";
    private String title = "";
    private Substitutions substitutions = Substitutions.NONE;

    int head() {
        return head;
    }

    /** Takes a title. */
    void title(String text, int at) {
        begin(at);
        title = text;
    }

    private void begin(int at) {
        head = head < 0 ? at : head;
    }

    /** Takes what stands between the brackets of a line. */
    void attributes(String list, int at) {
        begin(at);
        List<String> positional = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        cut(list, positional, named);
        String first = positional.isEmpty() ? "" : positional.get(0);
        int end = 0;
        while (end < first.length() && "#.%".indexOf(first.charAt(end)) < 0) {
            end++;
        }
        if (end > 0) {
            style = first.substring(0, end).toLowerCase(Locale.ROOT);
        }
        String second = positional.size() > 1 ? positional.get(1) : "";
        language = named.getOrDefault("language", second.isEmpty() ? language : second);
        title = named.getOrDefault("title", title);
        String subs = named.get("subs");
        substitutions = subs == null ? substitutions : Substitutions.named(subs);
    }

    /** Cuts at the commas that stand in no quotes. */
    private static void cut(String list, List<String> positional, Map<String, String> named) {
        int from = 0;
        while (from <= list.length()) {
            char quote = 0;
            int to = from;
            int equals = -1;
            while (to < list.length() && (quote != 0 || list.charAt(to) != ',')) {
                char c = list.charAt(to);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '=' && equals < 0) {
                    equals = to;
                }
                to++;
            }
            if (equals < 0) {
                positional.add(unquoted(list.substring(from, to)));
            } else {
                named.put(list.substring(from, equals).trim(), unquoted(list.substring(equals + 1, to)));
            }
            from = to + 1;
        }
    }

    private static String unquoted(String value) {
        String trimmed = value.trim();
        boolean quoted = trimmed.length() > 1
                && (trimmed.charAt(0) == '"' || trimmed.charAt(0) == '\'')
                && trimmed.charAt(trimmed.length() - 1) == trimmed.charAt(0);
        return quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }

    /** Whether a paragraph or an open block below is code. */
    boolean isCode() {
        return style.equals("source") || style.equals("listing") || style.equals("literal");
    }

    /**
     * What a block of code holds.
     *
     * @param label what it says itself behind the marks that open it; empty if it says nothing
     * @param usual the language of sources that name none
     */
    FenceKind kind(String label, String usual) {
        String told = label.isEmpty() ? language : label;
        FenceKind kind = FenceKind.of(told.isEmpty() && style.equals("source") ? usual : told);
        return kind == FenceKind.UNTOLD && namesYaml(title) ? FenceKind.YAML : kind;
    }

    Substitutions substitutions() {
        return substitutions;
    }

    /** Whether a title names a file of YAML. */
    static boolean namesYaml(String title) {
        int from = 0;
        while (from < title.length()) {
            int to = from;
            while (to < title.length() && title.charAt(to) != ' ') {
                to++;
            }
            int end = to;
            while (end > from && "_*`:+\"').".indexOf(title.charAt(end - 1)) >= 0) {
                end--;
            }
            String word = title.substring(from, end).toLowerCase(Locale.ROOT);
            if (word.endsWith(".yml") || word.endsWith(".yaml")) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }
}
