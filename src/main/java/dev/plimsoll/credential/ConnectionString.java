package dev.plimsoll.credential;

import java.util.Locale;
import java.util.Optional;

/** The password in the address of a server: {@code postgres://user:PASSWORD@host/}, {@code …;Password=PASSWORD;}. */
final class ConnectionString {
    private static final String SCHEME_END = "://";

    private ConnectionString() {}

    /** The password; empty if the text is no such address, or has none. */
    static Optional<String> password(String text) {
        int scheme = text.indexOf(SCHEME_END);
        if (scheme > 0 && isScheme(text.substring(0, scheme))) {
            return inAuthority(text.substring(scheme + SCHEME_END.length()));
        }
        return inPairs(text);
    }

    private static boolean isScheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Between the first colon and the last @ before the path. A single name before it is no password: Sentry's public key. */
    private static Optional<String> inAuthority(String rest) {
        int end = rest.length();
        for (char c : new char[] {'/', '?', '#'}) {
            // a password may hold these, but then it has to be written otherwise
            int at = rest.indexOf(c);
            end = at >= 0 && at < end ? at : end;
        }
        int at = rest.lastIndexOf('@', end);
        int colon = at < 0 ? -1 : rest.indexOf(':');
        return colon >= 0 && colon + 1 < at ? Optional.of(rest.substring(colon + 1, at)) : inPairs(rest);
    }

    /** Beside a server, or in the query of an address. */
    private static Optional<String> inPairs(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean server = lower.contains("server=")
                || lower.contains("host=")
                || lower.contains("data source=")
                || lower.contains("jdbc:")
                || lower.contains("user=");
        for (String key : new String[] {"password=", "pwd="}) {
            int at = lower.indexOf(key);
            boolean begins = at == 0 || (at > 0 && ";?& ".indexOf(lower.charAt(at - 1)) >= 0);
            if (server && at >= 0 && begins) {
                int from = at + key.length();
                int to = from;
                while (to < text.length() && ";& ".indexOf(text.charAt(to)) < 0) {
                    to++;
                }
                return to > from ? Optional.of(text.substring(from, to)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
