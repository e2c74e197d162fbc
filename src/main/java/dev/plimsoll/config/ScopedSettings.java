package dev.plimsoll.config;

import dev.plimsoll.catalog.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of {@code overrides}: settings for some files or containers.
 *
 * @param paths the files that it is about; all if empty
 * @param containers the names that it is about, with {@code *} and {@code ?}; all if empty
 * @param profile in place of the configuration's own
 * @param rules beside the configuration's own, by id
 */
public record ScopedSettings(
        List<PathPattern> paths, List<String> containers, Optional<Profile> profile, Map<String, RuleSettings> rules) {
    /** Copies what it is given. */
    public ScopedSettings {
        paths = List.copyOf(paths);
        containers = List.copyOf(containers);
        rules = Map.copyOf(rules);
    }

    /**
     * Whether a file, or a container in it, is meant.
     *
     * @param path from the configuration's directory
     */
    public boolean covers(String path, Optional<String> container) {
        return Scope.covers(paths, containers, path, container);
    }

    // itself and no other: comparing all that is in it would be asked for at every finding
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
