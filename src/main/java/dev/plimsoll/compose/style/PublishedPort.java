package dev.plimsoll.compose.style;

import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * What an item of {@code ports} is sorted by: the port of the host. First those without one, then those that begin with a
 * variable or another text, then numbers by their value.
 *
 * @param text the port as written, such as {@code 8080}, {@code 8000-8010} or {@code ${PORT}}
 */
record PublishedPort(String text) implements Comparable<PublishedPort> {
    /** The port of an item; null if it cannot be told. */
    static @Nullable PublishedPort of(YamlNode item) {
        YamlNode node = item instanceof YamlAlias alias ? alias.target() : item;
        if (node instanceof YamlScalar scalar) {
            return new PublishedPort(ofShort(scalar.value()));
        }
        if (!(node instanceof YamlMapping mapping) || mapping.isMerging()) {
            return null;
        }
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlScalar key && key.value().equals("published")) {
                return entry.value() instanceof YamlScalar port ? new PublishedPort(port.value()) : null;
            }
        }
        return new PublishedPort("");
    }

    /** The next to last part between colons, those of variables and addresses left alone; the only part if there is one. */
    private static String ofShort(String value) {
        int depth = 0;
        int start = 0;
        @Nullable String before = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ':' && depth == 0) {
                before = value.substring(start, i);
                start = i + 1;
            }
        }
        if (before != null) {
            return before;
        }
        int protocol = value.lastIndexOf('/');
        return protocol < 0 ? value : value.substring(0, protocol);
    }

    @Override
    public int compareTo(PublishedPort other) {
        int order = Integer.compare(rank(), other.rank());
        if (order == 0) {
            // of numbers the longer one is the greater one
            order = Integer.compare(digits().length(), other.digits().length());
        }
        if (order == 0) {
            order = digits().compareTo(other.digits());
        }
        return order == 0 ? text.compareTo(other.text) : order;
    }

    private int rank() {
        if (text.isEmpty()) {
            return 0;
        }
        return isDigit(text.charAt(0)) ? 2 : 1;
    }

    /** The number that it begins with, without zeros in front. */
    private String digits() {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '0') {
            start++;
        }
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
