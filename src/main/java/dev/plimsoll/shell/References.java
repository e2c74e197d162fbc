package dev.plimsoll.shell;

/** Variables and substitutions of sh, whose values only a shell would know. */
final class References {
    private References() {}

    /** Where a variable or substitution ends that begins at an index; the index itself if none does. */
    static int end(String value, int at) {
        char c = value.charAt(at);
        if (c == '`') {
            int close = value.indexOf('`', at + 1);
            return close < 0 ? value.length() : close + 1;
        }
        if (c != '$' || at + 1 == value.length()) {
            return at;
        }
        char kind = value.charAt(at + 1);
        if (kind == '{') {
            return closed(value, at + 1, '{', '}');
        }
        if (kind == '(') {
            return closed(value, at + 1, '(', ')');
        }
        int i = at + 1;
        while (i < value.length() && Programs.isNameUnit(value.charAt(i), true)) {
            i++;
        }
        if (i == at + 1) {
            return "@*#?-$!".indexOf(kind) < 0 ? at : at + 2;
        }
        return i;
    }

    private static int closed(String value, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return value.length();
    }
}
