package dev.plimsoll.session;

import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.config.SkippedDirectories;
import dev.plimsoll.git.IgnoreRules;
import dev.plimsoll.git.TrackedFiles;
import dev.plimsoll.git.WorkTree;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.FilePath;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Compose files below a directory, without following symbolic links. In a git work tree these are the files that git tracks
 * and those that it does not ignore; what lies in another repository below belongs to that one. Git itself is not asked: it
 * would run programs that a repository names.
 */
final class ComposeSearch {
    /** Directories of version control, which hold no files of a project. */
    private static final List<String> VERSION_CONTROL = List.of(".git", ".hg", ".svn");

    /** Levels of directories; deeper ones are loops of mounts or an accident. */
    private static final int MAX_DEPTH = 64;

    private final File directory;
    private final boolean embedded;
    private final List<String> skipped;
    private final Map<String, String> environment;
    private final TreeSet<String> found = new TreeSet<>();
    /** The directory's path from the root of the work tree, with a slash at its end; empty for the root and outside of one. */
    private String fromRoot = "";

    private @Nullable TrackedFiles tracked;

    /**
     * A search below a directory.
     *
     * @param embedded whether to find files that may hold commands, too
     * @param searched names of directories that are usually skipped, and are not
     * @param environment tells where the user's own patterns for git are
     */
    ComposeSearch(File directory, boolean embedded, List<String> searched, Map<String, String> environment) {
        this.directory = directory;
        this.embedded = embedded;
        this.skipped = new ArrayList<>(VERSION_CONTROL);
        skipped.addAll(SkippedDirectories.NAMES);
        skipped.removeAll(searched);
        this.environment = environment;
    }

    /** The names in a directory, sorted; none if it cannot be listed. */
    static List<String> names(File directory) {
        String[] names = directory.list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        return List.of(names);
    }

    /** Paths relative to the directory, with slashes, sorted. */
    List<String> files() throws IOException {
        found.clear();
        File real = directory.getCanonicalFile();
        File root = WorkTree.rootOf(real);
        if (root == null) {
            walk(directory, "", 0, null);
        } else {
            String path = FilePath.relative(root, real);
            fromRoot = path.isEmpty() ? "" : path + "/";
            searchWorkTree(root);
        }
        return new ArrayList<>(found);
    }

    /** Which tracked files are asked for; loaded only where a directory is searched. */
    private final class Wanted implements TrackedFiles.Choice {
        @Override
        public boolean wants(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return path.startsWith(fromRoot) && isWanted(path.substring(fromRoot.length()), name);
        }

        TrackedFiles read(File root) {
            return TrackedFiles.read(root, this);
        }
    }

    private void searchWorkTree(File root) {
        tracked = new Wanted().read(root);
        addTracked(tracked);
        IgnoreRules rules = rulesAbove(root);
        if (rules != null) {
            walk(directory, "", 0, rules);
        }
    }

    /** The rules that hold above the directory; null if they ignore it with all below. */
    private @Nullable IgnoreRules rulesAbove(File root) {
        IgnoreRules rules = IgnoreRules.of(root, environment);
        int at = 0;
        for (int slash = fromRoot.indexOf('/'); slash >= 0; slash = fromRoot.indexOf('/', at)) {
            String path = fromRoot.substring(0, at);
            rules = rules.in(new File(root, path), path);
            if (rules.ignores(fromRoot.substring(0, slash), true)) {
                return null;
            }
            at = slash + 1;
        }
        return rules;
    }

    /** Whether a file lies in a directory of other people's files, below the one that is searched. */
    private boolean isSkipped(String path) {
        for (String name : skipped) {
            if (path.startsWith(name + "/") || path.contains("/" + name + "/")) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(String path, String name) {
        return (ProjectDiscovery.isComposeName(name) && ProjectDiscovery.isComposeFile(new File(directory, path)))
                || (embedded && HostKind.named(path) != HostKind.NONE);
    }

    private void walk(File current, String prefix, int depth, @Nullable IgnoreRules above) {
        String[] names = current.list();
        if (names == null || depth > MAX_DEPTH) {
            return;
        }
        Arrays.sort(names);
        IgnoreRules rules = above;
        if (above != null) {
            if (depth > 0 && Arrays.binarySearch(names, ".git") >= 0) {
                // another repository: its files are linted where it is named
                return;
            }
            boolean hasRules = Arrays.binarySearch(names, ".gitignore") >= 0;
            rules = hasRules ? above.in(current, fromRoot + prefix) : above;
        }
        for (String name : names) {
            File file = new File(current, name);
            String path = prefix + name;
            if (isWanted(path, name) && file.isFile()) {
                if (!isIgnored(rules, path, false)) {
                    found.add(path);
                }
            } else if (isSearched(file, name, path) && !isIgnored(rules, path, true)) {
                walk(file, path + "/", depth + 1, rules);
            }
        }
    }

    private boolean isIgnored(@Nullable IgnoreRules rules, String path, boolean isDirectory) {
        return rules != null && rules.ignores(fromRoot + path, isDirectory);
    }

    private boolean isSearched(File file, String name, String path) {
        return !skipped.contains(name)
                && file.isDirectory()
                && !FilePath.isLink(file)
                && (tracked == null || !tracked.isSubmodule(fromRoot + path));
    }

    /** Adds the files that git tracks and that are there, be they ignored or not. */
    private void addTracked(TrackedFiles files) {
        for (String path : files.paths()) {
            String relative = path.substring(fromRoot.length());
            if (!isSkipped(relative) && new File(directory, relative).isFile() && !isLinked(relative)) {
                found.add(relative);
            }
        }
    }

    /** Whether a symbolic link has taken the place of a directory since its files were tracked; it may lead anywhere. */
    private boolean isLinked(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (FilePath.isLink(new File(directory, path.substring(0, slash)))) {
                return true;
            }
        }
        return false;
    }
}
