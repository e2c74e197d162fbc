package dev.plimsoll.cli;

import dev.plimsoll.git.WorkTree;
import dev.plimsoll.source.Descriptor;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files to lint and the names under which they are shown. */
final class InputFiles {
    private final File directory;
    private @Nullable TrustBoundary boundary;

    /**
     * Files as seen from a working directory.
     *
     * @param directory absolute
     */
    InputFiles(File directory) {
        this.directory = directory;
    }

    /**
     * A file to lint.
     *
     * @param file on disk; where standard input would lie if it were a file
     * @param shown its path in reports: with slashes, relative to the working directory if it lies below it
     * @param isStandardInput whether to read standard input instead
     */
    record Input(File file, String shown, boolean isStandardInput) {
        /** Whether there is anything to read. */
        boolean isThere() {
            return isStandardInput || file.isFile() || isDescriptor(file);
        }
    }

    /** Whether a file is what this process was handed open; asked so that most runs need no class for it. */
    static boolean isDescriptor(File file) {
        return file.getPath().startsWith("/dev/") && Descriptor.isOne(file);
    }

    static File resolve(File directory, String path) {
        return FilePath.resolve(directory, path);
    }

    Input standardInput(String name) {
        return new Input(resolve(directory, name), shown(name), true);
    }

    /** What may be read and quoted of the files that a run comes across: the work tree of the working directory. */
    TrustBoundary boundary() {
        TrustBoundary known = boundary;
        if (known == null) {
            File root = WorkTree.rootOf(directory);
            known = new TrustBoundary(root == null ? directory : root);
            boundary = known;
        }
        return known;
    }

    /** A file by its path. */
    Input file(String path) {
        return new Input(resolve(directory, path), shown(path), false);
    }

    /** A file by the relative path that leads to it from the working directory. */
    Input relative(File file) {
        return new Input(file, FilePath.relative(directory, file), false);
    }

    /** The shown path of a file that a given one led to: by a relative path if the given one was. */
    String shownBeside(File file, Input given) {
        File parent = FilePath.clean(given.file()).getParentFile();
        if (FilePath.isBelow(directory, file) || parent == null) {
            return shown(file.getPath());
        }
        File givenAs = new File(given.shown());
        if (givenAs.isAbsolute()) {
            return FilePath.slashes(FilePath.clean(file));
        }
        File shown = new File(givenAs.getParentFile(), FilePath.relative(parent, file));
        return FilePath.slashes(FilePath.clean(shown));
    }

    /**
     * The file of this path, or the Compose files in the directory of this path.
     *
     * @param embedded whether to take the files of a directory that may hold commands, too
     * @param environment tells where the user's own patterns for git are
     */
    List<Input> at(String path, boolean embedded, Map<String, String> environment) throws IOException {
        File file = resolve(directory, path);
        List<Input> inputs = new ArrayList<>();
        if (!file.isDirectory()) {
            inputs.add(new Input(file, shown(path), false));
            return inputs;
        }
        String base = shown(path);
        for (String found : new ComposeSearch(file, embedded, environment).files()) {
            String name = base.isEmpty() ? found : base.endsWith("/") ? base + found : base + "/" + found;
            inputs.add(new Input(new File(file, found), name, false));
        }
        return inputs;
    }

    /** A path as reports show it: plain names are left as they are; all else is cleaned. */
    private String shown(String path) {
        String slashed = File.separatorChar == '/' ? path : path.replace(File.separatorChar, '/');
        boolean plain = !slashed.startsWith("/")
                && !slashed.startsWith(".")
                && !slashed.contains("//")
                && !slashed.contains("/.")
                && !slashed.endsWith("/")
                && !new File(path).isAbsolute();
        if (plain) {
            return slashed;
        }
        File file = resolve(directory, path);
        boolean relative = FilePath.isBelow(directory, file) || !new File(path).isAbsolute();
        return relative ? FilePath.relative(directory, file) : FilePath.slashes(FilePath.clean(file));
    }

    /**
     * Names of the directories that hold a file, the nearest first: up to the repository's root; outside of a repository
     * only the nearest, since what lies above is where somebody happened to put things.
     */
    List<String> directoriesOf(Input input) {
        File parent = input.file().getAbsoluteFile().getParentFile();
        File current = parent == null ? null : FilePath.clean(parent);
        File root = current == null ? null : WorkTree.rootOf(current);
        List<String> names = new ArrayList<>();
        while (current != null && !current.equals(root)) {
            names.add(current.getName());
            current = root == null ? null : current.getParentFile();
        }
        return names;
    }
}
