package dev.plimsoll.session;

import dev.plimsoll.git.WorkTree;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.Descriptor;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run can read: finds the files to lint, and knows the names under which they are shown. */
public final class InputFiles {
    /** Bytes of standard input that tell whether it holds docker commands. */
    private static final int PEEKED = 4096;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final File directory;
    private final FileView view;
    private final Map<String, String> environment;
    private InputStream standardInput;
    /** Texts of what was handed open, which can be read but once. */
    private final Map<File, SourceFile> descriptors = new HashMap<>();

    private @Nullable TrustBoundary boundary;
    /** The roots of the work trees that enclose directories, null outside of one: projects lie side by side. */
    private final Map<File, @Nullable File> workTrees = new HashMap<>();

    /**
     * Files as seen from a working directory.
     *
     * @param directory absolute
     * @param view the files of projects; what a search finds, and what git knows, is on disk
     * @param environment the process environment: tells where the user's own patterns for git are, and has variables for
     *     those who ask for them
     * @param standardInput read where standard input is named, once
     */
    public InputFiles(File directory, FileView view, Map<String, String> environment, InputStream standardInput) {
        this.directory = directory;
        this.view = view;
        this.environment = environment;
        this.standardInput = standardInput;
    }

    /** The same as another view shows them. */
    InputFiles seenBy(FileView other) {
        return new InputFiles(directory, other, environment, standardInput);
    }

    /** The same for another thread: neither knows what the other comes across. There is no standard input there. */
    InputFiles apart() {
        InputFiles other = new InputFiles(directory, view, environment, InputStream.nullInputStream());
        other.boundary = boundary().apart();
        return other;
    }

    /** Whether these are the files on disk, as they were saved. */
    boolean isOnDisk() {
        return view == FileView.DISK;
    }

    /** The working directory, absolute. */
    public File directory() {
        return directory;
    }

    /** The process environment. */
    Map<String, String> environment() {
        return environment;
    }

    /**
     * A file to lint.
     *
     * @param file on disk; where standard input would lie if it were a file
     * @param shown its path in reports: with slashes, relative to the working directory if it lies below it
     * @param isStandardInput whether to read standard input instead
     */
    public record Input(File file, String shown, boolean isStandardInput) {}

    /** Whether there is anything to read. */
    boolean isThere(Input input) {
        return input.isStandardInput() || view.isFile(input.file()) || isDescriptor(input.file());
    }

    boolean isDirectory(File file) {
        return view.isDirectory(file);
    }

    /** Whether a file is what this process was handed open; asked so that most runs need no class for it. */
    static boolean isDescriptor(File file) {
        return file.getPath().startsWith("/dev/") && Descriptor.isOne(file);
    }

    /** A path from the working directory. */
    File resolve(String path) {
        return FilePath.resolve(directory, path);
    }

    /** Files that the user named, whose very content is asked for. */
    List<File> named(List<String> paths) {
        List<File> files = new ArrayList<>(paths.size());
        for (String path : paths) {
            File file = resolve(path);
            boundary().nameAlone(file);
            files.add(file);
        }
        return files;
    }

    /**
     * The text of standard input or of a file.
     *
     * @throws UnreadableSourceException if it cannot be read as text
     * @throws IOException if standard input fails
     */
    SourceFile read(Input input) throws UnreadableSourceException, IOException {
        return input.isStandardInput()
                ? SourceReader.read(standardInput, input.shown())
                : boundary().read(input.file(), input.shown());
    }

    /**
     * The text of what this process was handed open.
     *
     * @throws UnreadableSourceException if it cannot be read as text
     */
    SourceFile descriptor(File file) throws UnreadableSourceException {
        SourceFile source = descriptors.get(file);
        if (source == null) {
            source = SourceReader.readDescriptor(file, file.getPath());
            descriptors.put(file, source);
        }
        return source;
    }

    /**
     * What standard input is called if nobody says what it is: by what it begins with. All of it is still there to be read.
     *
     * @throws IOException if standard input fails
     */
    String nameOfStandardInput() throws IOException {
        PushbackInputStream again = new PushbackInputStream(standardInput, PEEKED);
        byte[] begin;
        try {
            begin = again.readNBytes(PEEKED);
        } catch (RuntimeException | StackOverflowError e) {
            // fails again where it is loaded, as a failure of this file alone
            return Options.COMPOSE_INPUT;
        }
        again.unread(begin);
        standardInput = again;
        String decoded = new String(begin, StandardCharsets.UTF_8);
        String text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
        HostKind kind = HostKind.ofUnnamed(text);
        if (kind == HostKind.SHELL) {
            return HostKind.isSession(text) ? Options.SESSION_INPUT : Options.COMMAND_INPUT;
        }
        if (kind == HostKind.DOCKERFILE) {
            return Options.DOCKERFILE_INPUT;
        }
        return kind == HostKind.MARKDOWN ? Options.MARKDOWN_INPUT : Options.COMPOSE_INPUT;
    }

    /** Standard input under a name. */
    Input standardInput(String name) {
        return new Input(resolve(name), shown(name), true);
    }

    /** What may be read and quoted of the files that a run comes across: the work tree of the working directory. */
    public TrustBoundary boundary() {
        TrustBoundary known = boundary;
        if (known == null) {
            File root = WorkTree.rootOf(directory);
            known = new TrustBoundary(root == null ? directory : root, view);
            boundary = known;
        }
        return known;
    }

    /** A file by its path. */
    public Input file(String path) {
        return new Input(resolve(path), shown(path), false);
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
     * @param searched names of directories that are usually skipped, and are not
     * @throws IOException if the directory cannot be searched
     */
    List<Input> at(String path, boolean embedded, List<String> searched) throws IOException {
        File file = resolve(path);
        List<Input> inputs = new ArrayList<>();
        if (!isDirectory(file)) {
            inputs.add(new Input(file, shown(path), false));
            return inputs;
        }
        String base = shown(path);
        for (String found : new ComposeSearch(file, embedded, searched, environment).files()) {
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
        File file = resolve(path);
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
        File root = current == null ? null : workTree(current);
        List<String> names = new ArrayList<>();
        while (current != null && !current.equals(root)) {
            names.add(current.getName());
            current = root == null ? null : current.getParentFile();
        }
        return names;
    }

    /**
     * The root of the work tree that encloses a directory; null outside of one. It is looked for once in a run.
     *
     * @param from absolute and clean
     */
    @Nullable
    File workTree(File from) {
        if (workTrees.containsKey(from)) {
            return workTrees.get(from);
        }
        File parent = from.getParentFile();
        File root = WorkTree.isRoot(from) ? from : parent == null ? null : workTree(parent);
        workTrees.put(from, root);
        return root;
    }
}
