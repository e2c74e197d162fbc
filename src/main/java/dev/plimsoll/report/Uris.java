package dev.plimsoll.report;

import java.nio.charset.StandardCharsets;

/** Paths as URI references: every byte of UTF-8 percent-encoded that RFC 3986 does not leave unreserved. */
public final class Uris {
    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~/";

    private Uris() {}

    /** Whether a path with slashes begins at a root or a drive. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || (path.length() > 2 && isLetter(path.charAt(0)) && path.charAt(1) == ':' && path.charAt(2) == '/');
    }

    /** A reference relative to some base, or a {@code file:} URI for an absolute path. */
    public static String of(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        if (isAbsolute(path)) {
            out.append(path.startsWith("/") ? "file://" : "file:///");
        }
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isLetter(c) || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
