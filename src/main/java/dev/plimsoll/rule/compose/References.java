package dev.plimsoll.rule.compose;

/** References to variables in the text of a value. */
final class References {
    private References() {}

    /**
     * The first variable of a value that is referred to plainly, as {@code $NAME} or <code>${NAME}</code>; empty if there
     * is none, or if a reference has an operator: whoever wrote it thought of the case that the variable is not set.
     */
    static String plain(String raw) {
        String first = "";
        for (int i = raw.indexOf('$'); i >= 0; i = raw.indexOf('$', i + 1)) {
            boolean braced = raw.startsWith("${", i);
            int start = braced ? i + 2 : i + 1;
            int end = nameEnd(raw, start);
            if (braced && !raw.startsWith("}", end)) {
                return "";
            }
            if (first.isEmpty()) {
                first = raw.substring(start, end);
            }
        }
        return first;
    }

    /** Whether a value is one plain reference and nothing else. */
    static boolean isAll(String raw, String name) {
        return raw.equals("${" + name + "}") || raw.equals("$" + name);
    }

    private static int nameEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isNamePart(text.charAt(i), i > from)) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c, boolean inside) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return letter || (inside && c >= '0' && c <= '9');
    }
}
