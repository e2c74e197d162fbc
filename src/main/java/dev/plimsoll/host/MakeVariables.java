package dev.plimsoll.host;

import dev.plimsoll.source.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a Makefile. A value counts as known if it is assigned once, outside of conditionals and not for one
 * target only; {@code ?=} is a default and counts too. An empty value is there to be set from outside: it is not known.
 */
final class MakeVariables {
    /** Units of a value; beyond, it is not known. Keeps variables that name each other from growing without end. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_DEPTH = 20;

    private final Map<String, StringBuilder> written = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** An assignment; {@code +=} appends with a blank between. */
    void assign(String name, String value, boolean appends, boolean certain) {
        StringBuilder before = written.get(name);
        if (!certain || (before != null) != appends) {
            changed.add(name);
        }
        if (before == null) {
            written.put(name, new StringBuilder(value));
        } else if (before.length() < MAX_LENGTH) {
            before.append(' ').append(value);
        }
    }

    /** Takes a variable for unknown. */
    void change(String name) {
        changed.add(name);
    }

    /** A value with {@link Text#UNKNOWN} for each part that is not known; null if nothing is known of it. */
    @Nullable
    String value(String name) {
        if (changed.contains(name)) {
            return null;
        }
        String known = values.get(name);
        StringBuilder raw = written.get(name);
        if (known != null || raw == null || raw.isEmpty() || open.size() >= MAX_DEPTH || !open.add(name)) {
            return known;
        }
        StringBuilder out = new StringBuilder();
        expand(raw.toString(), out);
        open.remove(name);
        if (out.length() > MAX_LENGTH || out.isEmpty()) {
            changed.add(name);
            return null;
        }
        String value = out.toString();
        if (open.isEmpty()) {
            // what is read amid others may have stopped at a cycle
            values.put(name, value);
        }
        return value;
    }

    private void expand(String raw, StringBuilder out) {
        int i = 0;
        while (i < raw.length() && out.length() <= MAX_LENGTH) {
            if (raw.charAt(i) != '$') {
                out.append(raw.charAt(i));
                i++;
                continue;
            }
            int end = referenceEnd(raw, i, raw.length());
            if (raw.startsWith("$$", i)) {
                out.append("$");
            } else {
                String name = name(raw, i, end);
                String value = name == null ? null : value(name);
                out.append(value == null ? String.valueOf(Text.UNKNOWN) : value);
            }
            i = end;
        }
    }

    /** Where a reference ends that begins with the dollar sign at an index; the limit if it is not closed. */
    static int referenceEnd(String text, int at, int limit) {
        if (at + 1 >= limit) {
            return at + 1;
        }
        char open = text.charAt(at + 1);
        if (open != '(' && open != '{') {
            return at + 2;
        }
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return limit;
    }

    /** The variable that a reference names; null for functions, substitutions and references that are not closed. */
    static @Nullable String name(String text, int at, int end) {
        if (end - at == 2) {
            return text.substring(at + 1, end);
        }
        boolean closed = end - at > 3 && (text.charAt(end - 1) == ')' || text.charAt(end - 1) == '}');
        for (int i = at + 2; closed && i < end - 1; i++) {
            closed = isNameUnit(text.charAt(i));
        }
        return closed ? text.substring(at + 2, end - 1) : null;
    }

    static boolean isNameUnit(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
