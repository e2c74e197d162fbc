package dev.plimsoll.config;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with what it extends.
 *
 * @param file where it is written
 * @param root the directory from which its patterns count, also those of what it extends: a shared file cannot know how
 *     the projects that use it are laid out
 * @param profile the profile
 * @param failOn from which severity on findings make the run fail
 * @param select ids and categories that run in place of the profile's; nothing was said if empty
 * @param ignores what is not reported
 * @param rules settings by the id of the rule
 * @param exclude files that are not linted
 * @param overrides settings for some files or containers; a later one wins
 * @param baseline the file with the findings that are known
 * @param foreignIgnores whether comments of other linters are obeyed
 * @param mirrors what stands before the names of Docker Hub at registries that mirror it, with a slash at its end
 * @param search names of directories that a search does not pass over though they are {@link SkippedDirectories}
 */
public record Config(
        SourceFile file,
        File root,
        Optional<Profile> profile,
        Optional<FailOn> failOn,
        List<String> select,
        List<IgnoreEntry> ignores,
        Map<String, RuleSettings> rules,
        List<PathPattern> exclude,
        List<ScopedSettings> overrides,
        Optional<BaselinePath> baseline,
        Optional<Boolean> foreignIgnores,
        List<String> mirrors,
        List<String> search) {
    /**
     * A reference to a baseline.
     *
     * @param file the file; its path is written from the directory of the configuration that names it
     * @param at where it is named
     */
    public record BaselinePath(File file, Location at) {}

    /** Copies what it is given. */
    public Config {
        select = List.copyOf(select);
        ignores = List.copyOf(ignores);
        rules = Map.copyOf(rules);
        exclude = List.copyOf(exclude);
        overrides = List.copyOf(overrides);
        mirrors = List.copyOf(mirrors);
        search = List.copyOf(search);
    }

    /** This configuration and a later one: single values and selections of the later win, lists and rules add up. */
    Config with(Config later) {
        Map<String, RuleSettings> settings = new HashMap<>(rules);
        for (Map.Entry<String, RuleSettings> rule : later.rules.entrySet()) {
            RuleSettings before = settings.getOrDefault(rule.getKey(), RuleSettings.NONE);
            settings.put(rule.getKey(), before.with(rule.getValue()));
        }
        return new Config(
                later.file,
                later.root,
                later.profile.isPresent() ? later.profile : profile,
                later.failOn.isPresent() ? later.failOn : failOn,
                later.select.isEmpty() ? select : later.select,
                both(ignores, later.ignores),
                settings,
                both(exclude, later.exclude),
                both(overrides, later.overrides),
                later.baseline.isPresent() ? later.baseline : baseline,
                later.foreignIgnores.isPresent() ? later.foreignIgnores : foreignIgnores,
                both(mirrors, later.mirrors),
                both(search, later.search));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** A file's path from the directory of the patterns, with slashes; outside of it a path that begins with two dots. */
    public String relative(File target) {
        return FilePath.relative(root.getAbsoluteFile(), target.getAbsoluteFile());
    }

    /**
     * Whether a file is left out.
     *
     * @param path from the directory of the patterns
     */
    public boolean excludes(String path) {
        return Scope.anyPath(exclude, path);
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
