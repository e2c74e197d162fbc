package dev.plimsoll.config;

import dev.plimsoll.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An item of {@code ignore}.
 *
 * @param rule an id or a category
 * @param paths the files that it is about; all if empty
 * @param containers the names that it is about, with {@code *} and {@code ?}; if empty it is about all, and about what
 *     belongs to no container
 * @param reason why
 * @param expires the last day on which it holds
 * @param at where the rule is named
 */
public record IgnoreEntry(
        String rule,
        List<PathPattern> paths,
        List<String> containers,
        Optional<String> reason,
        Optional<LocalDate> expires,
        Location at) {
    /** Copies the lists. */
    public IgnoreEntry {
        paths = List.copyOf(paths);
        containers = List.copyOf(containers);
    }

    /** Whether it no longer holds on a day. */
    public boolean isExpiredOn(LocalDate day) {
        return expires.isPresent() && day.isAfter(expires.get());
    }

    /**
     * Whether a finding is meant.
     *
     * @param path of the finding's file, from the configuration's directory
     */
    public boolean covers(String ruleId, String category, String path, Optional<String> container) {
        return isAbout(path) && covers(ruleId, category, container);
    }

    /**
     * Whether findings of a file may be meant.
     *
     * @param path from the configuration's directory
     */
    public boolean isAbout(String path) {
        return paths.isEmpty() || Scope.anyPath(paths, path);
    }

    /** Whether a finding is meant of a file that this is about. */
    public boolean covers(String ruleId, String category, Optional<String> container) {
        return (rule.equals(ruleId) || rule.equals(category)) && Scope.anyContainer(containers, container);
    }
}
