package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.GoScalar;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of {@code ports:}: {@code [IP:][HOST[-RANGE]:]CONTAINER[-RANGE][/PROTOCOL]} or the long form. */
final class PortReader {
    private PortReader() {}

    static @Nullable Located<Value<PortMapping>> read(Node entry) {
        if (entry instanceof MapNode map) {
            return fromLong(map);
        }
        if (!(entry instanceof ScalarNode scalar) || scalar.isNull()) {
            return null;
        }
        PortMapping parsed = scalar.text().isKnown() ? PortSyntax.read(GoScalar.of(scalar)) : null;
        return scalar.located(Value.read(scalar.text(), scalar.variables(), parsed, "not a port mapping"));
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
                GoScalar.of(target),
                protocol.isPresent() ? protocol.get() : PortSyntax.TCP);
        return map.located(new Value.Literal<>(mapping, map.at().text()));
    }

    private static Optional<String> known(MapNode map, String key) {
        ScalarNode scalar = map.scalar(key);
        return scalar == null || scalar.known() == null ? Optional.empty() : Optional.of(GoScalar.of(scalar));
    }
}
