package dev.plimsoll.cli;

import dev.plimsoll.host.HostKind;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Compose files below a directory. Inside a git work tree git itself is asked, since nobody else knows what it
 * ignores; without git (or outside of a work tree) the directory is walked, without following symbolic links.
 */
final class ComposeSearch {
    private static final List<String> STEMS = List.of("compose", "docker-compose");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");
    /** Directories that hold other people's files, or none of interest, and may be huge. */
    private static final List<String> SKIPPED = List.of(".git", ".hg", ".svn", "node_modules");

    /** Levels of directories; deeper ones are loops of mounts or an accident. */
    private static final int MAX_DEPTH = 64;

    /** Seconds that git may take; a hanging file system should not hang a hook. */
    private static final int GIT_SECONDS = 60;

    private final File directory;
    private final boolean inWorkTree;
    private final boolean embedded;

    /**
     * A search below a directory.
     *
     * @param embedded whether to find files that may hold commands, too
     */
    ComposeSearch(File directory, boolean inWorkTree, boolean embedded) {
        this.directory = directory;
        this.inWorkTree = inWorkTree;
        this.embedded = embedded;
    }

    /** Paths relative to the directory, with slashes, sorted. */
    List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        if (!inWorkTree || !askGit(found)) {
            found.clear();
            walk(directory, "", 0, found);
        }
        Collections.sort(found);
        return found;
    }

    /** Whether a file of this name is taken for a Compose file: {@code compose.yaml}, {@code docker-compose.prod.yml} … */
    static boolean isComposeName(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                String stem = name.substring(0, name.length() - ending.length());
                return isStem(stem);
            }
        }
        return false;
    }

    private static boolean isStem(String name) {
        for (String stem : STEMS) {
            boolean variant = name.startsWith(stem)
                    && name.length() > stem.length() + 1
                    && "._-".indexOf(name.charAt(stem.length())) >= 0;
            if (name.equals(stem) || variant) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file with commands lies in a directory of other people's files; a Compose file that is tracked is found. */
    private boolean isSkipped(String path) {
        if (!embedded) {
            return false;
        }
        for (String name : SKIPPED) {
            if (path.startsWith(name + "/") || path.contains("/" + name + "/")) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(String path, String name) {
        return isComposeName(name) || (embedded && HostKind.named(path) != HostKind.NONE);
    }

    private void walk(File current, String prefix, int depth, List<String> found) {
        String[] names = current.list();
        if (names == null || depth > MAX_DEPTH) {
            return;
        }
        Arrays.sort(names);
        for (String name : names) {
            File file = new File(current, name);
            if (isWanted(prefix + name, name) && file.isFile()) {
                found.add(prefix + name);
            } else if (!SKIPPED.contains(name) && file.isDirectory() && !Files.isSymbolicLink(file.toPath())) {
                walk(file, prefix + name + "/", depth + 1, found);
            }
        }
    }

    /** Asks git for tracked and untracked files that are not ignored; false if it cannot answer. */
    private boolean askGit(List<String> found) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                // a work tree of somebody else is fine to read, and none of its programs may run
                "-c",
                "safe.directory=*",
                "-c",
                "core.fsmonitor=false",
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
                "--deduplicate",
                "--"));
        for (String stem : embedded ? List.<String>of() : STEMS) {
            for (String ending : ENDINGS) {
                command.add(":(glob)**/" + stem + "*" + ending);
            }
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        // a hook runs with git's own variables set, which would point elsewhere
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process git;
        try {
            git = builder.start();
        } catch (IOException e) {
            return false;
        }
        git.getOutputStream().close();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        git.getInputStream().transferTo(answer);
        try {
            if (!git.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (git.exitValue() != 0) {
            return false;
        }
        for (String path : answer.toString(StandardCharsets.UTF_8).split("\u0000", -1)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (isWanted(path, name) && !isSkipped(path) && new File(directory, path).isFile()) {
                found.add(path);
            }
        }
        return true;
    }
}
