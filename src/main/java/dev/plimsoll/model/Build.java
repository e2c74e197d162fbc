package dev.plimsoll.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an image is built here.
 *
 * @param context the directory or address, as written
 * @param dockerfile the file's name if one is written
 * @param inline whether the Dockerfile is written in the Compose file
 * @param target the stage, if one is written
 * @param otherContexts whether {@code additional_contexts} may put something else in an image's place
 * @param platforms the platforms that it is built for
 * @param platform the one that the service runs on, if one is written
 * @param pullPolicy whether {@code pull_policy} says if the image is pulled or built
 * @param args build arguments with a value
 */
public record Build(
        Located<Value<String>> context,
        Optional<Located<Value<String>>> dockerfile,
        boolean inline,
        Optional<String> target,
        boolean otherContexts,
        List<Located<Value<String>>> platforms,
        Optional<Located<Value<String>>> platform,
        boolean pullPolicy,
        Map<String, Located<Value<String>>> args) {
    /** Copies the collections. */
    public Build {
        platforms = List.copyOf(platforms);
        args = Map.copyOf(args);
    }

    /** The build arguments whose values are known. */
    public Map<String, String> knownArgs() {
        Map<String, String> known = new HashMap<>();
        for (Map.Entry<String, Located<Value<String>>> arg : args.entrySet()) {
            @Nullable String value = arg.getValue().value().known().orElse(null);
            if (value != null) {
                known.put(arg.getKey(), value);
            }
        }
        return known;
    }
}
