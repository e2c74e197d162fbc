package dev.plimsoll.dockerrun;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of comma-separated values, as the docker client reads {@code --mount} and its like. Source: Go encoding/csv. */
final class CsvFields {
    private CsvFields() {}

    /** The fields with their places; null where quotes are not closed or stand inside a field. */
    static @Nullable List<Text> split(Text text) {
        List<Text> fields = new ArrayList<>();
        String value = text.value();
        if (value.isEmpty()) {
            return fields;
        }
        int at = 0;
        while (at <= value.length()) {
            if (at < value.length() && value.charAt(at) == '"') {
                at = quoted(text, at + 1, fields);
                if (at < 0) {
                    return null;
                }
            } else {
                int comma = value.indexOf(',', at);
                int to = comma < 0 ? value.length() : comma;
                Text field = text.part(at, to);
                if (field.value().indexOf('"') >= 0) {
                    return null;
                }
                fields.add(field);
                at = to + 1;
            }
        }
        return fields;
    }

    /** Adds a field in quotes; the index behind its comma, or -1 if it is not closed. */
    private static int quoted(Text text, int from, List<Text> fields) {
        String value = text.value();
        Text.Builder field = Text.builder(
                text.file(), text.part(from - 1, from).location().span().end());
        boolean escaped = false;
        int at = from;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c != '"') {
                field.copy(text, at++);
                continue;
            }
            boolean doubled = at + 1 < value.length() && value.charAt(at + 1) == '"';
            if (!doubled) {
                boolean ends = at + 1 == value.length() || value.charAt(at + 1) == ',';
                fields.add(escaped ? field.build() : text.part(from, at));
                return ends ? at + 2 : -1;
            }
            escaped = true;
            field.copy(text, at + 1);
            at += 2;
        }
        return -1;
    }
}
