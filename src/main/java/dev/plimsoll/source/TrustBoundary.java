package dev.plimsoll.source;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides of every file that another file leads to whether it is opened, and whether reports may quote it. A linted file
 * comes from a stranger: it may name any file of this machine, and a report may be published. So only what lies in the
 * work tree is quoted, and what the user named on the command line with the directory that holds it. The real path
 * counts: a link that leads out of the work tree does not bring in what it leads to.
 */
public final class TrustBoundary {
    /** Directories of the system whose files are the state of processes and devices; reading some of them hangs or acts. */
    private static final String[] SYSTEM = {"/proc", "/dev", "/sys"};

    private final FileView view;
    private final String directory;
    private final Set<String> roots = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    /**
     * What lies in a work tree on disk.
     *
     * @param root its directory
     */
    public TrustBoundary(File root) {
        this(root, FileView.DISK);
    }

    /**
     * What lies in a work tree.
     *
     * @param root its directory
     * @param view the files there; where a link leads is always what the disk says
     */
    public TrustBoundary(File root, FileView view) {
        this.view = view;
        this.directory = clean(root);
        roots.add(real(root));
    }

    private TrustBoundary(TrustBoundary other) {
        this.view = other.view;
        this.directory = other.directory;
        roots.addAll(other.roots);
        named.addAll(other.named);
    }

    /** The same as far as it is known now: what is taken down by one from now on does not count for the other. */
    public TrustBoundary apart() {
        return new TrustBoundary(this);
    }

    /**
     * Takes down that the user named a file, or a directory in which it was found. Below the work tree that changes
     * nothing: lists of changed files hold links too, and a link of the checkout was not made by the user.
     */
    public void name(File file) {
        File absolute = new File(clean(file));
        if (!isBelow(absolute.getPath(), directory)) {
            named.add(absolute.getPath());
            File parent = absolute.getParentFile();
            roots.add(real(parent == null ? absolute : parent));
        }
    }

    /** Takes down that the user named a file whose very content was asked for: a file of variables, a configuration. */
    public void nameAlone(File file) {
        named.add(clean(file));
    }

    /**
     * Takes down that a file beside or above one that the user named was looked for, such as a configuration. As in the
     * work tree, a link there that leads elsewhere is a stranger's.
     */
    public void nameOwn(File file) {
        File parent = file.getAbsoluteFile().getParentFile();
        if (parent != null && isBelow(real(file), real(parent))) {
            named.add(clean(file));
        }
    }

    /** Whether reports may show the lines of a file. Of others that are read they name the path, lines and columns. */
    public boolean mayQuote(File file) {
        String path = clean(file);
        if (named.contains(path)) {
            return true;
        }
        String real = real(file);
        boolean system = isSystem(path) || isSystem(real);
        // upwards: there may be as many roots as files were named
        for (File at = new File(real); at != null; at = at.getParentFile()) {
            // a project may well lie in /dev/shm; a working directory of / does not make /proc a part of a project
            if (roots.contains(at.getPath()) && (!system || isSystem(at.getPath()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file is not opened, whatever leads to it. */
    public boolean mustRefuse(File file) {
        String path = clean(file);
        return (path.startsWith("\\\\") || isSystem(path) || isSystem(real(file))) && !mayQuote(file);
    }

    /** Whether there is such a file, and it may be opened. A pipe or a device is no file. */
    public boolean isFile(File file) {
        return view.isFile(file) && !mustRefuse(file);
    }

    /** The files themselves, for those who only ask whether there are any. */
    public FileView view() {
        return view;
    }

    /**
     * Reads a file.
     *
     * @param shownPath the path it is shown under
     * @throws UnreadableSourceException if it is missing, not readable, too large, not UTF-8, or must not be opened
     */
    public SourceFile read(File file, String shownPath) throws UnreadableSourceException {
        boolean quoted = mayQuote(file);
        if (!quoted && mustRefuse(file)) {
            throw new UnreadableSourceException(
                    new SourceFile(shownPath, ""),
                    Span.at(0),
                    "is not read: files of the system are not part of a project");
        }
        return view.read(file, shownPath, !quoted);
    }

    private static boolean isSystem(String path) {
        for (String system : SYSTEM) {
            if (isBelow(path, system)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(String path, String root) {
        boolean wholeName = root.endsWith(File.separator)
                || path.length() == root.length()
                || (path.length() > root.length() && path.charAt(root.length()) == File.separatorChar);
        return wholeName && path.startsWith(root);
    }

    private static String clean(File file) {
        String path = file.getAbsolutePath();
        boolean dots = path.contains(File.separator + ".");
        return dots ? FilePath.clean(file.getAbsoluteFile()).getPath() : path;
    }

    /** Where a path leads to; the path itself where that cannot be told, since then it cannot be opened either. */
    private static String real(File file) {
        try {
            return file.getCanonicalPath();
        } catch (IOException e) {
            return clean(file);
        }
    }
}
