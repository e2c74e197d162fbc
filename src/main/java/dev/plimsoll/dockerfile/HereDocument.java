package dev.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a here-document: a word {@code <<NAME} or {@code <<-NAME}, with or without a number before it and quotes
 * around the name. Source: buildkit frontend/dockerfile/parser parser.go (heredocsFromLine).
 *
 * @param name what the closing line holds, and nothing else
 * @param tabs whether that line may be indented with tabs
 */
record HereDocument(String name, boolean tabs) {
    /** Those that an instruction opens; none if its quotes do not match, as Docker has it. */
    static List<HereDocument> openedBy(String line) {
        List<HereDocument> found = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            if (Blanks.isSpace(line.charAt(i))) {
                i++;
                continue;
            }
            int to = wordEnd(line, i);
            if (to < 0) {
                return List.of();
            }
            HereDocument opened = parse(line, i, to);
            if (opened != null) {
                found.add(opened);
            }
            i = to;
        }
        return found;
    }

    /** Where a word ends, over blanks in quotes; -1 if a quote is not closed. */
    private static int wordEnd(String line, int from) {
        char quote = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Blanks.isSpace(c)) {
                return i;
            }
        }
        return quote == 0 ? line.length() : -1;
    }

    private static @Nullable HereDocument parse(String line, int from, int to) {
        int i = from;
        while (i < to && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        if (!line.startsWith("<<", i)) {
            return null;
        }
        i += 2;
        boolean tabs = i < to && line.charAt(i) == '-';
        StringBuilder name = new StringBuilder();
        char quote = 0;
        for (i = tabs ? i + 1 : i; i < to; i++) {
            char c = line.charAt(i);
            if (c == '<') {
                return null;
            }
            if (c == '\\' && quote != '\'' && i + 1 < to) {
                i++;
                name.append(line.charAt(i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                name.append(c);
            }
        }
        return name.length() == 0 ? null : new HereDocument(name.toString(), tabs);
    }

    boolean isClosedBy(String text, int start, int end) {
        int from = start;
        while (tabs && from < end && text.charAt(from) == '\t') {
            from++;
        }
        return end - from == name.length() && text.startsWith(name, from);
    }
}
