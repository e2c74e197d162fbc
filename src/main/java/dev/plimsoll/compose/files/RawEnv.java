package dev.plimsoll.compose.files;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * An environment file of the format {@code raw}, as {@code docker run --env-file} reads it: {@code KEY=value} up to the end
 * of the line, with quotes, dollar signs, and what looks like a comment behind a value. Source: Compose 2.40.3.
 */
public final class RawEnv {
    private RawEnv() {}

    /**
     * The values of a file. A key without a value takes the process's, which is not asked here.
     *
     * @param errors takes what makes Compose refuse the file, and us
     */
    public static Map<String, String> read(SourceFile file, Collection<InputError> errors) {
        Map<String, String> values = new HashMap<>();
        String text = file.text();
        for (int line = 1; line <= file.lines().count(); line++) {
            Span span = file.lines().line(line);
            int start = span.start();
            while (start < span.end() && DotEnv.isSpace(text.charAt(start))) {
                start++;
            }
            String entry = text.substring(start, span.end());
            if (entry.isEmpty() || entry.charAt(0) == '#') {
                continue;
            }
            int equals = entry.indexOf('=');
            String key = equals < 0 ? entry : entry.substring(0, equals);
            if (key.isEmpty() || key.indexOf(' ') >= 0 || key.indexOf('\t') >= 0) {
                // not which: a report shows nothing of what variables hold
                errors.add(new InputError(
                        new Location(file.withoutContent(), Span.at(span.start())),
                        "the name of a variable is missing or has a blank in it"));
                return values;
            }
            if (equals >= 0) {
                values.put(key, entry.substring(equals + 1));
            }
        }
        return values;
    }
}
