package dev.plimsoll.source;

import java.io.File;

/**
 * The names under which a process finds what it was handed open: {@code /dev/stdin}, and {@code /dev/fd/63} of a shell's
 * {@code <(…)}. They may be pipes, which are read once and to their end; any other pipe would have us wait for somebody to
 * write to it.
 */
public final class Descriptor {
    private static final String FOLDER = "/dev/fd/";

    private Descriptor() {}

    /** Whether a path is such a name, letter for letter: what leads there by links or dots is not. */
    public static boolean isOne(File file) {
        String path = file.getPath();
        return path.equals("/dev/stdin") || isNumbered(path);
    }

    /** Whether a path is standard output by another name. */
    public static boolean isStandardOutput(String path) {
        return path.equals("/dev/stdout") || path.equals(FOLDER + 1);
    }

    /**
     * Whether something other than a regular file may be written under this path: what was handed open, the terminal, and
     * the devices that keep nothing.
     */
    public static boolean takesOutput(String path) {
        return switch (path) {
            case "/dev/stdout", "/dev/stderr", "/dev/tty", "/dev/null", "/dev/full" -> true;
            default -> isNumbered(path);
        };
    }

    private static boolean isNumbered(String path) {
        if (!path.startsWith(FOLDER) || path.length() == FOLDER.length()) {
            return false;
        }
        for (int i = FOLDER.length(); i < path.length(); i++) {
            if (path.charAt(i) < '0' || path.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
