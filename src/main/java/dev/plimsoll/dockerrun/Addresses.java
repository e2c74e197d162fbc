package dev.plimsoll.dockerrun;

import org.jspecify.annotations.Nullable;

/** Addresses and names of hosts. Source: Go net.ParseIP, net.ParseMAC; docker/cli opts/hosts.go, opts.go. */
final class Addresses {
    private static final int MAX_DOMAIN = 255;

    private Addresses() {}

    /** What is wrong with {@code NAME:ADDRESS} or {@code NAME=ADDRESS}; null if nothing is. */
    static @Nullable String extraHost(String text) {
        int equals = text.indexOf('=');
        int cut = equals >= 0 ? equals : text.indexOf(':');
        if (cut <= 0) {
            return "is no host of the form NAME:ADDRESS";
        }
        String address = text.substring(cut + 1);
        if (address.equals("host-gateway")) {
            return null;
        }
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        String bare = bracketed ? address.substring(1, address.length() - 1) : address;
        return isAddress(bare) ? null : "does not end in an IP address";
    }

    /** Whether a text is an address of IPv4, or of IPv6 without a zone. */
    static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isSix(text) : isFour(text);
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

    /** Whether a text is a hardware address of 6, 8 or 20 bytes. */
    static boolean isMac(String text) {
        char mark = text.length() > 4 && text.charAt(4) == '.' ? '.' : text.length() > 2 ? text.charAt(2) : 0;
        int width = mark == '.' ? 4 : 2;
        if (mark != ':' && mark != '-' && mark != '.') {
            return false;
        }
        int digits = 0;
        int from = 0;
        while (from <= text.length()) {
            int next = text.indexOf(mark, from);
            int to = next < 0 ? text.length() : next;
            if (to - from != width || !isHex(text.substring(from, to))) {
                return false;
            }
            digits += width;
            from = to + 1;
        }
        return digits == 12 || digits == 16 || digits == 40;
    }

    /** Whether a text is a domain to search in; a point stands for none. */
    static boolean isDomain(String text) {
        if (text.equals(".")) {
            return true;
        }
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean lettered = false;
        int from = 0;
        while (from <= name.length()) {
            int dot = name.indexOf('.', from);
            int to = dot < 0 ? name.length() : dot;
            if (to == from || name.charAt(from) == '-' || name.charAt(to - 1) == '-') {
                return false;
            }
            for (int i = from; i < to; i++) {
                char c = name.charAt(i);
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                if (!letter && !(c >= '0' && c <= '9') && c != '-') {
                    return false;
                }
                lettered |= letter;
            }
            from = to + 1;
        }
        return lettered && name.length() <= MAX_DOMAIN;
    }
}
