package dev.plimsoll.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a short port: {@code [IP:][HOST[-RANGE]:]CONTAINER[-RANGE][/PROTOCOL]}. Source: docker/go-connections
 * nat/nat.go.
 */
public final class PortSyntax {
    /** The protocol where none is written. */
    public static final String TCP = "tcp";

    private PortSyntax() {}

    /** What a port in the short form publishes; null if its ports are no numbers. */
    public static @Nullable PortMapping read(String text) {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? TCP : text.substring(slash + 1).toLowerCase(Locale.ROOT);
        String rest = slash < 0 ? text : text.substring(0, slash);
        int last = rest.lastIndexOf(':');
        String target = rest.substring(last + 1);
        Optional<String> published = Optional.empty();
        Optional<String> hostIp = Optional.empty();
        if (last >= 0) {
            String host = rest.substring(0, last);
            int ipEnd = host.lastIndexOf(':');
            String port = host.substring(ipEnd + 1);
            published = port.isEmpty() ? Optional.empty() : Optional.of(port);
            hostIp = ipEnd < 0 ? Optional.empty() : Optional.of(unbracketed(host.substring(0, ipEnd)));
        }
        boolean valid = isRange(target) && (published.isEmpty() || isRange(published.get()));
        return valid ? new PortMapping(hostIp, published, target, protocol) : null;
    }

    private static String unbracketed(String ip) {
        return ip.startsWith("[") && ip.endsWith("]") ? ip.substring(1, ip.length() - 1) : ip;
    }

    private static boolean isRange(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? isNumber(text) : isNumber(text.substring(0, dash)) && isNumber(text.substring(dash + 1));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** What is wrong with a port; empty if nothing is. */
    public static Optional<String> problem(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0 && !isProtocol(text.substring(slash + 1))) {
            return Optional.of("the protocol must be tcp, udp or sctp");
        }
        String rest = slash < 0 ? text : text.substring(0, slash);
        int last = rest.lastIndexOf(':');
        PortRange target = PortRange.of(rest.substring(last + 1));
        if (target.size() == 0) {
            return Optional.of("\"" + rest.substring(last + 1) + "\" is no port of a container");
        }
        return last < 0 ? Optional.empty() : host(rest.substring(0, last), target);
    }

    private static boolean isProtocol(String word) {
        // nothing behind the slash is tcp
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("tcp") || lower.equals("udp") || lower.equals("sctp");
    }

    private static Optional<String> host(String host, PortRange target) {
        int colon = host.lastIndexOf(':');
        String port = host.substring(colon + 1);
        if (colon >= 0 && !isAddress(host.substring(0, colon))) {
            return Optional.of("\"" + host.substring(0, colon) + "\" is no address of the host");
        }
        if (port.isEmpty()) {
            return Optional.empty();
        }
        PortRange published = PortRange.of(port);
        if (published.size() == 0) {
            return Optional.of("\"" + port + "\" is no port of the host");
        }
        boolean differ = target.size() > 1 && published.size() != target.size();
        return differ ? Optional.of("the ranges differ in length") : Optional.empty();
    }

    /** An IPv4 address, or an IPv6 address in brackets; whether its groups make sense is not asked of the latter. */
    private static boolean isAddress(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return isSix(text.substring(1, text.length() - 1));
        }
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            if (part.isEmpty()
                    || part.length() > 3
                    || PortRange.of(part).size() != 1
                    || PortRange.of(part).first() > 255) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean isSix(String text) {
        if (text.indexOf(':') < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ':' && c != '.' && (c > 127 || Character.digit(c, 16) < 0)) {
                return false;
            }
        }
        return true;
    }
}
