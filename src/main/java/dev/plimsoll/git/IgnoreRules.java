package dev.plimsoll.git;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What git ignores in a directory: the patterns of its {@code .gitignore}, then those of the directories above it up to the root
 * of the work tree, then those of the repository's {@code info/exclude}, then the user's own. The first file with a pattern
 * that matches decides, and in it the last such pattern.
 */
public final class IgnoreRules {
    /** Patterns that may hold for one directory, which bounds the memory. The largest collections have some thousand. */
    private static final int MAX_PATTERNS = 100_000;

    private final @Nullable IgnoreRules above;
    private final List<IgnorePattern> patterns;
    /** Length of the directory's path from the root with a slash at its end, in bytes. */
    private final int base;

    /** How many patterns are here and above. */
    private final int total;

    private final boolean fold;
    private final Effort effort;

    private IgnoreRules(
            @Nullable IgnoreRules above, List<IgnorePattern> patterns, int base, boolean fold, Effort effort) {
        this.above = above;
        this.patterns = patterns;
        this.base = base;
        this.total = patterns.size() + (above == null ? 0 : above.total);
        this.fold = fold;
        this.effort = effort;
    }

    /**
     * What a search has cost. A repository may bring as many patterns as paths, and each has to meet each; beyond the limit
     * nothing more is ignored, so that the search goes on and ends.
     */
    private static final class Effort {
        /** Some seconds. A tree of 50,000 directories under 1,000 patterns takes a fifth of it. */
        private static final long MAX_STEPS = 1_000_000_000L;

        private long steps;

        boolean isOver() {
            return steps > MAX_STEPS;
        }
    }

    /**
     * What is ignored before the first {@code .gitignore} is read.
     *
     * @param root of the work tree
     * @param environment tells where the user keeps configurations
     */
    public static IgnoreRules of(File root, Map<String, String> environment) {
        GitDirectory repository = GitDirectory.of(root);
        Settings settings = Settings.of(repository, environment);
        IgnoreRules rules = new IgnoreRules(null, List.of(), 0, settings.ignoreCase(), new Effort());
        File own = settings.excludesFile(root);
        rules = own == null ? rules : rules.with(PlainFile.read(own), 0);
        return repository == null
                ? rules
                : rules.with(PlainFile.read(new File(repository.common(), "info/exclude")), 0);
    }

    /**
     * The rules with those of a directory's {@code .gitignore} before them.
     *
     * @param path the directory's from the root, with slashes; empty for the root, with a slash at its end otherwise
     */
    public IgnoreRules in(File directory, String path) {
        byte[] bytes = effort.isOver() ? null : PlainFile.readUnlinked(new File(directory, ".gitignore"));
        return with(bytes, path.getBytes(StandardCharsets.UTF_8).length);
    }

    private IgnoreRules with(byte @Nullable [] bytes, int length) {
        if (bytes == null) {
            return this;
        }
        effort.steps += bytes.length;
        List<IgnorePattern> read = read(bytes);
        return read.isEmpty() || read.size() + total > MAX_PATTERNS
                ? this
                : new IgnoreRules(this, read, length, fold, effort);
    }

    private List<IgnorePattern> read(byte[] bytes) {
        List<IgnorePattern> read = new ArrayList<>();
        boolean mark = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
        int start = mark && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean windows = end > start && bytes[end - 1] == '\r';
            IgnorePattern pattern = IgnorePattern.of(bytes, start, windows ? end - 1 : end, fold);
            if (pattern != null) {
                read.add(pattern);
            }
            start = end + 1;
        }
        return read;
    }

    /**
     * Whether a file or directory is ignored, provided that no directory above it is.
     *
     * @param path with slashes, from the root of the work tree
     */
    public boolean ignores(String path, boolean isDirectory) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int name = bytes.length;
        while (name > 0 && bytes[name - 1] != '/') {
            name--;
        }
        for (IgnoreRules rules = this; rules != null; rules = rules.above) {
            IgnorePattern decisive = rules.decisive(bytes, name, isDirectory);
            if (decisive != null) {
                return !decisive.isNegative();
            }
        }
        return false;
    }

    private @Nullable IgnorePattern decisive(byte[] path, int name, boolean isDirectory) {
        for (int i = patterns.size() - 1; i >= 0 && !effort.isOver(); i--) {
            IgnorePattern pattern = patterns.get(i);
            effort.steps += pattern.steps(path.length);
            if (pattern.matches(path, base, name, isDirectory)) {
                return pattern;
            }
        }
        return null;
    }
}
