package dev.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An absolute path inside a container, cleaned as Go's {@code path.Clean} does it: no {@code .}, {@code ..}, doubled or
 * trailing slashes.
 *
 * @param value the path, beginning with {@code /}
 */
public record ContainerPath(String value) {
    // written out, as in dev.plimsoll.source.Span: a record's own methods are slow at their first use
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContainerPath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The cleaned form of an absolute path; empty for one that is not absolute. */
    public static Optional<ContainerPath> of(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        if (isClean(path)) {
            return Optional.of(new ContainerPath(path));
        }
        List<String> parts = new ArrayList<>();
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String part = path.substring(from, to);
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
            from = to + 1;
        }
        return Optional.of(new ContainerPath("/" + String.join("/", parts)));
    }

    /** Whether an absolute path is in its cleaned form, as nearly all are: rules ask for the same paths again and again. */
    private static boolean isClean(String path) {
        int length = path.length();
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int next = slash + 1;
            if (next == length) {
                return length == 1;
            }
            char c = path.charAt(next);
            // a name that begins with a dot may be no name
            if (c == '/' || c == '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is another path or lies below it. */
    public boolean isAtOrBelow(ContainerPath other) {
        return value.equals(other.value)
                || other.value.equals("/")
                || (value.startsWith(other.value) && value.charAt(other.value.length()) == '/');
    }

    /** The names between the slashes. */
    public List<String> parts() {
        return value.length() == 1 ? List.of() : List.of(value.substring(1).split("/"));
    }

    @Override
    public String toString() {
        return value;
    }
}
