package dev.plimsoll.dockerrun;

import dev.plimsoll.model.IpAddress;
import org.jspecify.annotations.Nullable;

/** Addresses and names of hosts. Source: Go net.ParseMAC; docker/cli opts/hosts.go, opts.go. */
final class Addresses {
    private static final int MAX_DOMAIN = 254;

    private Addresses() {}

    /** What is wrong with {@code NAME:ADDRESS} or {@code NAME=ADDRESS}; null if nothing is. */
    static @Nullable String extraHost(String text) {
        int equals = text.indexOf('=');
        int cut = equals >= 0 ? equals : text.indexOf(':');
        if (cut <= 0) {
            return "is not a host of the form NAME:ADDRESS";
        }
        String address = text.substring(cut + 1);
        if (address.equals("host-gateway")) {
            return null;
        }
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        String bare = bracketed ? address.substring(1, address.length() - 1) : address;
        return IpAddress.isValid(bare) ? null : "does not end in an IP address";
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

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
