package dev.plimsoll.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a short port: {@code [IP:][HOST[-RANGE]:]CONTAINER[-RANGE][/PROTOCOL]}. What follows a second dash of a
 * range or a second slash counts nothing. Source: docker/go-connections nat/nat.go; the client 28.5.2 and Compose 2.40.3.
 */
public final class PortSyntax {
    /** The protocol where none is written. */
    public static final String TCP = "tcp";

    private PortSyntax() {}

    /** What a port in the short form publishes; null if its ports are no numbers. */
    public static @Nullable PortMapping read(String text) {
        String protocol = protocol(text);
        String rest = ports(text);
        int last = rest.lastIndexOf(':');
        String target = range(rest.substring(last + 1));
        Optional<String> published = Optional.empty();
        Optional<String> hostIp = Optional.empty();
        if (last >= 0) {
            String host = rest.substring(0, last);
            int ipEnd = host.lastIndexOf(':');
            String port = range(host.substring(ipEnd + 1));
            published = port.isEmpty() ? Optional.empty() : Optional.of(single(port));
            hostIp = ipEnd < 0 ? Optional.empty() : Optional.of(unbracketed(host.substring(0, ipEnd)));
        }
        boolean valid = isRange(target) && (published.isEmpty() || isRange(published.get()));
        return valid ? new PortMapping(hostIp, published, target, protocol) : null;
    }

    /** What stands before the first slash. */
    private static String ports(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    /** What stands behind the first slash, up to a second one, in lower case; tcp if that is nothing. */
    private static String protocol(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return TCP;
        }
        int end = text.indexOf('/', slash + 1);
        String word = text.substring(slash + 1, end < 0 ? text.length() : end);
        return word.isEmpty() ? TCP : word.toLowerCase(Locale.ROOT);
    }

    /** The two numbers of a range, without what follows a second dash. */
    private static String range(String text) {
        int dash = text.indexOf('-');
        int second = dash < 0 ? -1 : text.indexOf('-', dash + 1);
        return second < 0 ? text : text.substring(0, second);
    }

    /** A range of one port is that port. */
    private static String single(String range) {
        int dash = range.indexOf('-');
        boolean one = dash > 0 && range.substring(0, dash).equals(range.substring(dash + 1));
        return one ? range.substring(0, dash) : range;
    }

    private static String unbracketed(String ip) {
        boolean bracketed = ip.length() > 1 && ip.startsWith("[") && ip.endsWith("]");
        return bracketed ? ip.substring(1, ip.length() - 1) : ip;
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

    /**
     * How many UTF-16 units of a short port its address takes, brackets included.
     *
     * @return -1 if it has none
     */
    public static int addressLength(String text) {
        String rest = ports(text);
        int last = rest.lastIndexOf(':');
        return last < 0 ? -1 : rest.lastIndexOf(':', last - 1);
    }

    /** What stands between an address and a short port that has none so far: a port that the engine picks is empty. */
    public static String separator(String text) {
        return ports(text).indexOf(':') < 0 ? "::" : ":";
    }

    /** Whether a text is a port of a container, or a range of them, with any protocol. */
    public static boolean isTarget(String text) {
        return PortRange.of(range(ports(text))).size() > 0;
    }

    /** What is wrong with a port; empty if nothing is. */
    public static Optional<String> problem(String text) {
        switch (protocol(text)) {
            case TCP, "udp", "sctp" -> {}
            default -> {
                return Optional.of("the protocol must be tcp, udp or sctp");
            }
        }
        String rest = ports(text);
        int last = rest.lastIndexOf(':');
        PortRange target = PortRange.of(range(rest.substring(last + 1)));
        if (target.size() == 0) {
            return Optional.of("\"" + rest.substring(last + 1) + "\" is not a container port");
        }
        return last < 0 ? Optional.empty() : host(rest.substring(0, last), target);
    }

    private static Optional<String> host(String host, PortRange target) {
        int colon = host.lastIndexOf(':');
        String port = host.substring(colon + 1);
        String address = colon < 0 ? "" : host.substring(0, colon);
        if (!isAddress(address)) {
            return Optional.of("\"" + address + "\" is not an address of the host"
                    + (IpAddress.isValid(address) ? " without brackets, [" + address + "]" : ""));
        }
        if (port.isEmpty()) {
            return Optional.empty();
        }
        PortRange published = PortRange.of(range(port));
        if (published.size() == 0) {
            return Optional.of("\"" + port + "\" is not a host port");
        }
        boolean differ = target.size() > 1 && published.size() != target.size();
        return differ ? Optional.of("the ranges differ in length") : Optional.empty();
    }

    /** Whether the {@code host_ip} of the long form is an address: without brackets, and not empty. Source: Compose 2.40.3. */
    public static boolean isHostAddress(String text) {
        return IpAddress.isValid(text);
    }

    /** Any address in brackets, an IPv4 address without them, or nothing in or outside of brackets. */
    private static boolean isAddress(String text) {
        String bare = unbracketed(text);
        boolean bracketed = bare.length() < text.length();
        return bare.isEmpty() || ((bracketed || bare.indexOf(':') < 0) && IpAddress.isValid(bare));
    }
}
