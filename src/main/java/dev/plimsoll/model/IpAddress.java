package dev.plimsoll.model;

/** The grammar of an address of IPv4 or IPv6. Source: Go net.ParseIP. */
public final class IpAddress {
    /** What stands before an address of IPv4 that is written as one of IPv6. */
    private static final String MAPPED = "::ffff:";

    private IpAddress() {}

    /** Whether a text is an address of IPv4, or of IPv6 without a zone. */
    public static boolean isValid(String text) {
        return text.indexOf(':') >= 0 ? isSix(text) : isFour(text);
    }

    /**
     * Whether an address stands for all addresses of a host: all its bits are zero, also those of an IPv4 address in one of
     * IPv6. Source: Docker Engine 28.5.2, which takes all spellings.
     */
    static boolean isUnspecified(String text) {
        int from = text.regionMatches(true, 0, MAPPED, 0, MAPPED.length()) ? MAPPED.length() : 0;
        for (int i = from; i < text.length(); i++) {
            if ("0.:".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return isValid(text);
    }

    private static boolean isFour(String text) {
        int parts = 0;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            int length = to - from;
            if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
                return false;
            }
            int number = 0;
            for (int i = from; i < to; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                number = number * 10 + digit;
            }
            if (number > 255) {
                return false;
            }
            parts++;
            from = to + 1;
        }
        return parts == 4;
    }

    private static boolean isSix(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        String tail = text.substring(gap + 2);
        int after = tail.isEmpty() ? 0 : groups(tail, true);
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /** Number of groups of sixteen bits, or -1 for what is none. */
    private static int groups(String text, boolean mayEndInFour) {
        int count = 0;
        int from = 0;
        while (from <= text.length()) {
            int colon = text.indexOf(':', from);
            int to = colon < 0 ? text.length() : colon;
            String group = text.substring(from, to);
            if (colon < 0 && mayEndInFour && group.indexOf('.') >= 0) {
                return isFour(group) ? count + 2 : -1;
            }
            if (group.isEmpty() || group.length() > 4 || !isHex(group)) {
                return -1;
            }
            count++;
            from = to + 1;
        }
        return count;
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
