package dev.plimsoll.git;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a repository has in its index: such a file counts although it is ignored. No length or name in it is trusted. A damaged
 * index is taken for an empty one, and so is one of a form that is not known.
 */
public final class TrackedFiles {
    /** Largest index read, in bytes; that of a repository with a million files has some hundred million. */
    private static final long MAX_BYTES = 1L << 30;

    private final Choice choice;
    private final List<String> paths = new ArrayList<>();
    private final Set<String> submodules = new HashSet<>();

    private TrackedFiles(Choice choice) {
        this.choice = choice;
    }

    /** Which files are wanted. */
    public interface Choice {
        /** Whether to keep a path, which has slashes and counts from the root of the work tree. */
        boolean wants(String path);
    }

    /**
     * Reads the index of a work tree.
     *
     * @param root of the work tree
     */
    public static TrackedFiles read(File root, Choice choice) {
        TrackedFiles tracked = new TrackedFiles(choice);
        GitDirectory repository = GitDirectory.of(root);
        if (repository != null) {
            try {
                tracked.read(repository);
            } catch (IOException e) {
                // git could not use it either
                return new TrackedFiles(choice);
            }
        }
        return tracked;
    }

    private void read(GitDirectory repository) throws IOException {
        int hashBytes = Settings.of(repository).hashBytes();
        SharedIndex shared = read(new File(repository.own(), "index"), new BitSet(), hashBytes);
        if (shared != null) {
            read(new File(repository.own(), shared.name()), shared.deleted(), hashBytes);
        }
    }

    private @Nullable SharedIndex read(File file, BitSet deleted, int hashBytes) throws IOException {
        long size = file.length();
        if (!file.isFile() || size > MAX_BYTES) {
            return null;
        }
        try (InputStream stream = new FileInputStream(file)) {
            IndexBytes in = new IndexBytes(stream);
            new IndexEntries(in, hashBytes).read(new IndexEntries.Visitor() {
                @Override
                public void entry(long number, String path, boolean isSubmodule) {
                    if (number > Integer.MAX_VALUE || !deleted.get((int) number)) {
                        add(path, isSubmodule);
                    }
                }
            });
            return SharedIndex.read(in, size, hashBytes);
        }
    }

    private void add(String path, boolean isSubmodule) {
        if (isSubmodule) {
            submodules.add(path);
        } else if (choice.wants(path) && isInside(path)) {
            paths.add(path);
        }
    }

    /** Whether a path stays in the work tree, and out of where git keeps its own files. */
    private static boolean isInside(String path) {
        String slashed = File.separatorChar == '/' ? path : path.replace(File.separatorChar, '/');
        if (File.separatorChar != '/' && path.indexOf(':') >= 0) {
            return false;
        }
        int from = 0;
        while (from <= slashed.length()) {
            int slash = slashed.indexOf('/', from);
            int to = slash < 0 ? slashed.length() : slash;
            String name = slashed.substring(from, to);
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.equals(WorkTree.GIT)) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    /** The wanted files, whether they exist or not; one in conflict more than once. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** Whether a directory, by its path from the root, belongs to a repository of its own, even if none was put there yet. */
    public boolean isSubmodule(String path) {
        return submodules.contains(path);
    }
}
