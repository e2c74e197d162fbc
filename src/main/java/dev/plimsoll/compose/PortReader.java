package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ScalarNode;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.Value;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of {@code ports:}: {@code [IP:][HOST[-RANGE]:]CONTAINER[-RANGE][/PROTOCOL]} or the long form. */
final class PortReader {
    private static final String TCP = "tcp";

    private PortReader() {}

    static @Nullable Located<Value<PortMapping>> read(Node entry) {
        if (entry instanceof MapNode map) {
            return fromLong(map);
        }
        if (!(entry instanceof ScalarNode scalar) || scalar.isNull()) {
            return null;
        }
        PortMapping parsed = scalar.text().isKnown() ? fromShort(scalar.text().value()) : null;
        return scalar.located(Values.of(scalar.text(), scalar.variables(), parsed, "not a port mapping"));
    }

    private static @Nullable PortMapping fromShort(String text) {
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

    private static Located<Value<PortMapping>> fromLong(MapNode map) {
        ScalarNode target = map.scalar("target");
        if (target == null || !target.text().isKnown()) {
            return map.located(new Value.Invalid<>(map.at().text(), "no known target"));
        }
        for (String key : new String[] {"host_ip", "published", "protocol"}) {
            ScalarNode scalar = map.scalar(key);
            if (scalar != null && !scalar.text().isKnown()) {
                return map.located(new Value.Interpolated<>(map.at().text(), scalar.variables(), Optional.empty()));
            }
        }
        Optional<String> protocol = known(map, "protocol");
        PortMapping mapping = new PortMapping(
                known(map, "host_ip"),
                known(map, "published"),
                target.text().value(),
                protocol.isPresent() ? protocol.get() : TCP);
        return map.located(new Value.Literal<>(mapping, map.at().text()));
    }

    private static Optional<String> known(MapNode map, String key) {
        ScalarNode scalar = map.scalar(key);
        return scalar == null ? Optional.empty() : Optional.ofNullable(scalar.known());
    }
}
