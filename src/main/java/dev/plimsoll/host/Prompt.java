package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import org.jspecify.annotations.Nullable;

/** What a terminal shows before a command. */
final class Prompt {
    /** Units before the sign that ends a prompt: user, host and directory. */
    private static final int MAX_LENGTH = 100;

    private static final String[] STARTERS = {"docker", "podman", "sudo", "docker.exe", "/usr/bin/docker"};

    private Prompt() {}

    /** Whether a command of docker or podman begins at an offset, perhaps with {@code sudo}. */
    static boolean startsDocker(String text, int from, int end) {
        for (String starter : STARTERS) {
            int to = from + starter.length();
            if (to < end && text.startsWith(starter, from) && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
                return true;
            }
        }
        return false;
    }

    /**
     * The offset of the command behind a prompt, for {@code $ }, {@code % }, {@code ❯ }, {@code user@host:~# },
     * {@code [root@host ~]# }, {@code PS C:\> } and {@code C:\>}.
     *
     * @return the offset at which the line begins if there is no such prompt
     */
    static int end(String text, int from, int end) {
        if (from >= end) {
            return from;
        }
        char first = text.charAt(from);
        if ("$%❯➜λ".indexOf(first) >= 0) {
            return afterSign(text, from, from, end);
        }
        if (dialect(text, from, end) != null) {
            return Lines.skipBlanks(text, sign(text, from, end) + 1, end);
        }
        boolean at = false;
        boolean brackets = first == '[';
        int last = Math.min(end, from + MAX_LENGTH);
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (at && i > from && (c == '$' || c == '#' || c == '%' || c == '>')) {
                int after = afterSign(text, from, i, end);
                if (after > from) {
                    return after;
                }
            }
            at |= c == '@';
            if (c == '"' || c == '\'' || c == '=' || (isBlank(c) && !brackets)) {
                return from;
            }
            brackets &= c != ']';
        }
        return from;
    }

    /** The offset of a command behind a root prompt, {@code # docker …}, or behind {@code > docker …}. */
    static int weakEnd(String text, int from, int end) {
        if (from + 1 < end
                && (text.charAt(from) == '#' || text.charAt(from) == '>')
                && isBlank(text.charAt(from + 1))) {
            int after = Lines.skipBlanks(text, from + 1, end);
            return startsDocker(text, after, end) ? after : from;
        }
        return from;
    }

    private static int afterSign(String text, int from, int sign, int end) {
        return sign + 1 < end && isBlank(text.charAt(sign + 1)) ? Lines.skipBlanks(text, sign + 1, end) : from;
    }

    /** The dialect that a prompt tells, {@code PS C:\> } or {@code C:\>}; null if it tells none. */
    static @Nullable ShellDialect dialect(String text, int from, int end) {
        boolean powershell = from + 2 < end && text.startsWith("PS", from) && " >".indexOf(text.charAt(from + 2)) >= 0;
        boolean drive = from + 2 < end
                && Character.isLetter(text.charAt(from))
                && text.charAt(from + 1) == ':'
                && (text.charAt(from + 2) == '\\' || text.charAt(from + 2) == '>');
        if (!powershell && !drive) {
            return null;
        }
        return sign(text, from, end) < 0 ? null : powershell ? ShellDialect.POWERSHELL : ShellDialect.CMD;
    }

    private static int sign(String text, int from, int end) {
        for (int i = from; i < Math.min(end, from + MAX_LENGTH); i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
