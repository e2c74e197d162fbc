package dev.plimsoll.config;

/** Names with {@code *} for any characters and {@code ?} for one. */
final class Wildcard {
    private Wildcard() {}

    /**
     * Whether a name fits a pattern. Goes back to the last star only, which is enough, so the time is bounded by the
     * product of the lengths whatever the pattern.
     */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int tried = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++tried;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
