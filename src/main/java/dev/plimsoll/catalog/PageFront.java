package dev.plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What few runs ask of a page's front matter, and so is not in the index. The build has read it as YAML and holds it to
 * one line for each value.
 */
final class PageFront {
    private static final String FENCE = "---";
    private static final String ITEM = "  - ";

    private PageFront() {}

    /** The items of {@code references}. */
    static List<String> references(String page) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines(page)) {
            if (inside && line.startsWith(ITEM)) {
                found.add(line.substring(ITEM.length()).strip());
            } else {
                inside = line.equals("references:");
            }
        }
        return found;
    }

    /** The value of a key. */
    static Optional<String> value(String page, String key) {
        for (String line : lines(page)) {
            if (line.startsWith(key + ": ")) {
                return Optional.of(line.substring(key.length() + 2).strip());
            }
        }
        return Optional.empty();
    }

    /** The lines between the fences. */
    private static List<String> lines(String page) {
        List<String> lines = new ArrayList<>();
        int from = page.indexOf('\n') + 1;
        while (from > 0 && from < page.length()) {
            int end = page.indexOf('\n', from);
            int to = end < 0 ? page.length() : end;
            String line = page.substring(from, to).stripTrailing();
            if (line.equals(FENCE)) {
                return lines;
            }
            lines.add(line);
            from = to + 1;
        }
        return lines;
    }
}
