package dev.plimsoll.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths as files and command lines spell them: any text at all. What no file system takes (NUL, half of a surrogate pair,
 * a name that the JVM's encoding does not have) is a path where nothing lies, never a failure. So paths are worked on as
 * text, without {@link Path}, which refuses such texts and whose first use costs more than reading a file.
 */
public final class FilePath {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private FilePath() {}

    /** A path as it is written, from a directory if it is relative. */
    public static File resolve(File directory, String written) {
        File file = new File(written);
        return file.isAbsolute() ? file : new File(directory, written);
    }

    /** The same path without {@code .} and without names before {@code ..}; links are not followed. */
    public static File clean(File file) {
        String path = file.getPath();
        if (isClean(path)) {
            return file;
        }
        int root = rootLength(path);
        StringBuilder clean = new StringBuilder(path.length()).append(path, 0, root);
        List<String> names = names(path, root);
        for (int i = 0; i < names.size(); i++) {
            clean.append(i == 0 ? "" : File.separator).append(names.get(i));
        }
        return new File(clean.toString());
    }

    /** Whether a file is a directory itself or lies below it, as the cleaned paths say; both are absolute. */
    public static boolean isBelow(File directory, File file) {
        String base = directory.getPath();
        String path = file.getPath();
        if (isClean(base) && isClean(path)) {
            return path.startsWith(base)
                    && (path.length() == base.length() || base.length() == 1 || path.charAt(base.length()) == '/');
        }
        return namesBelow(directory, file) >= 0;
    }

    /** Whether an absolute path is clean for certain, which most are; on Windows none is. */
    private static boolean isClean(String path) {
        if (WINDOWS || !path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
            return false;
        }
        return path.indexOf("//") < 0 && path.indexOf("/.") < 0;
    }

    /**
     * The path that leads from a directory to a file, with slashes; empty if they are the same. On another drive the
     * file's own.
     *
     * @param directory absolute
     * @param file absolute
     */
    public static String relative(File directory, File file) {
        String base = directory.getPath();
        String path = file.getPath();
        int root = rootLength(path);
        if (!same(base.substring(0, rootLength(base)), path.substring(0, root))) {
            return slashes(clean(file));
        }
        List<String> from = names(base, rootLength(base));
        List<String> to = names(path, root);
        int common = 0;
        while (common < from.size() && common < to.size() && same(from.get(common), to.get(common))) {
            common++;
        }
        StringBuilder relative = new StringBuilder();
        for (int i = common; i < from.size(); i++) {
            relative.append(relative.length() == 0 ? ".." : "/..");
        }
        for (int i = common; i < to.size(); i++) {
            relative.append(relative.length() == 0 ? "" : "/").append(to.get(i));
        }
        return relative.toString();
    }

    /** A path with slashes, whatever this system has. */
    public static String slashes(File file) {
        return WINDOWS ? file.getPath().replace('\\', '/') : file.getPath();
    }

    /** Whether there may be a file of this path: one that cannot be encoded would be taken for another. */
    public static boolean isPossible(File file) {
        String path = file.getPath();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == 0) {
                return false;
            }
            if (path.charAt(i) > 127) {
                return isEncoded(file);
            }
        }
        return true;
    }

    private static boolean isEncoded(File file) {
        try {
            return toPath(file).getNameCount() >= 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether there is a symbolic link of this path. */
    public static boolean isLink(File file) {
        try {
            return Files.isSymbolicLink(toPath(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether there is a plain file of this path. */
    public static boolean isFile(File file) {
        return isPossible(file) && file.isFile();
    }

    /**
     * The path for those who write files or follow links.
     *
     * @throws NoSuchFileException if there can be no such file
     */
    public static Path toPath(File file) throws NoSuchFileException {
        try {
            return file.toPath();
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(file.getPath());
        }
    }

    /** Names that lead from a directory down to a file; -1 if it does not lie there. */
    private static int namesBelow(File directory, File file) {
        String base = directory.getPath();
        String path = file.getPath();
        List<String> from = names(base, rootLength(base));
        List<String> to = names(path, rootLength(path));
        if (!same(base.substring(0, rootLength(base)), path.substring(0, rootLength(path)))
                || from.size() > to.size()) {
            return -1;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!same(from.get(i), to.get(i))) {
                return -1;
            }
        }
        return to.size() - from.size();
    }

    /** The names behind the root, cleaned; only a relative path keeps {@code ..}, at its beginning. */
    private static List<String> names(String path, int root) {
        List<String> names = new ArrayList<>();
        int from = root;
        while (from < path.length()) {
            int separator = path.indexOf(File.separatorChar, from);
            int to = separator < 0 ? path.length() : separator;
            add(path.substring(from, to), root > 0, names);
            from = to + 1;
        }
        return names;
    }

    private static void add(String name, boolean rooted, List<String> names) {
        if (name.isEmpty() || name.equals(".")) {
            return;
        }
        int last = names.size() - 1;
        boolean up = name.equals("..");
        if (up && last >= 0 && !names.get(last).equals("..")) {
            names.remove(last);
        } else if (!up || !rooted) {
            names.add(name);
        }
    }

    private static boolean same(String name, String other) {
        return WINDOWS ? name.equalsIgnoreCase(other) : name.equals(other);
    }

    /** Length of what a path begins with: {@code /}; {@code C:\}, {@code \\server\share\} on Windows. */
    private static int rootLength(String path) {
        if (!WINDOWS) {
            return path.startsWith("/") ? 1 : 0;
        }
        if (path.startsWith("\\\\")) {
            int server = path.indexOf('\\', 2);
            int share = server < 0 ? -1 : path.indexOf('\\', server + 1);
            return share < 0 ? path.length() : share + 1;
        }
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        int behind = drive ? 2 : 0;
        return behind < path.length() && path.charAt(behind) == '\\' ? behind + 1 : behind;
    }
}
