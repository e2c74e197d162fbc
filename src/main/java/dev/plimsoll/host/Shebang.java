package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first line of a script, and the names of shells. */
final class Shebang {
    private static final List<String> POSIX = List.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "bats");
    private static final List<String> POWERSHELL = List.of("pwsh", "powershell");

    private Shebang() {}

    static boolean isShell(String text) {
        return dialect(text) != null;
    }

    /** The dialect that the first line names; null if it names no shell. */
    static @Nullable ShellDialect dialect(String text) {
        if (!text.startsWith("#!")) {
            return null;
        }
        int end = 2;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int from = 2;
        while (from < end) {
            int to = from;
            while (to < end && text.charAt(to) != ' ' && text.charAt(to) != '\t') {
                to++;
            }
            String word = text.substring(from, to);
            boolean isEnv = word.endsWith("/env") || word.equals("env");
            if (!word.isEmpty() && !isEnv && !word.startsWith("-") && word.indexOf('=') < 0) {
                return named(word);
            }
            from = to + 1;
        }
        return null;
    }

    /** The dialect of a shell by its name, with or without a path; null for other programs. */
    static @Nullable ShellDialect named(String program) {
        int slash = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
        String name = program.substring(slash + 1).toLowerCase(Locale.ROOT);
        name = name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
        if (POSIX.contains(name)) {
            return ShellDialect.POSIX;
        }
        if (POWERSHELL.contains(name)) {
            return ShellDialect.POWERSHELL;
        }
        return name.equals("cmd") ? ShellDialect.CMD : null;
    }
}
