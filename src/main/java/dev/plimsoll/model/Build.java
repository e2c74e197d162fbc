package dev.plimsoll.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param args build arguments; one without a known value has {@link dev.plimsoll.source.Text#UNKNOWN} for it
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
        Map<String, String> args) {
    /** Copies the collections. */
    public Build {
        platforms = List.copyOf(platforms);
        args = Map.copyOf(args);
    }
}
