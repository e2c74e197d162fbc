package dev.plimsoll.model;

import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code security_opt}, taken apart as the engine does it: at the first equals sign, else at the first colon.
 * Source: moby daemon/daemon_unix.go, parseSecurityOpt.
 *
 * @param key what it is about: {@code seccomp}
 * @param separator {@code '='} or {@code ':'}; a blank where there is neither
 * @param value what follows the separator; empty where there is none
 */
public record SecurityOption(String key, char separator, String value) {
    /** Keeps a program from becoming more than it is, by a setuid file for example. */
    public static final String NO_NEW_PRIVILEGES = "no-new-privileges";

    /** Takes an entry apart. */
    public static SecurityOption parse(String written) {
        int at = written.indexOf('=');
        if (at < 0) {
            at = written.indexOf(':');
        }
        return at < 0
                ? new SecurityOption(written, ' ', "")
                : new SecurityOption(written.substring(0, at), written.charAt(at), written.substring(at + 1));
    }

    /** Whether it has a value at all. */
    public boolean isPair() {
        return separator != ' ';
    }

    /** Whether it is this pair, whichever separator it is written with. The engine tells upper from lower case. */
    public boolean is(String wantedKey, String wantedValue) {
        return key.equals(wantedKey) && value.equals(wantedValue);
    }

    /** Whether it is {@code no-new-privileges} in a form that the engine takes for on. */
    public boolean forbidsNewPrivileges() {
        return key.equals(NO_NEW_PRIVILEGES) && (!isPair() || Boolean.TRUE.equals(truth()));
    }

    /** The value as Go's {@code strconv.ParseBool} reads it; null if it is not a boolean. */
    public @Nullable Boolean truth() {
        return switch (value) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> null;
        };
    }
}
