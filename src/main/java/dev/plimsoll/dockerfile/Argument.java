package dev.plimsoll.dockerfile;

import dev.plimsoll.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * A word of {@code ARG}.
 *
 * @param name the name
 * @param value what stands behind the equals sign; null without one
 */
record Argument(String name, @Nullable Text value) {
    /** Takes a word apart; null if it has no name that could be given a value. */
    static @Nullable Argument of(Text word) {
        int equals = word.value().indexOf('=');
        Text name = equals < 0 ? word : word.part(0, equals);
        for (int i = 0; i < name.length(); i++) {
            char c = name.value().charAt(i);
            if (c == '$' || c == '"' || c == '\'' || c == '\\' || c == '`' || !name.isKnown()) {
                return null;
            }
        }
        return name.isEmpty() ? null : new Argument(name.value(), equals < 0 ? null : word.from(equals + 1));
    }
}
