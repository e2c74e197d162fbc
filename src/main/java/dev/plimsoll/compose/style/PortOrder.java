package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code port-order}: ports in the order of those of the host. */
final class PortOrder extends OrderRule {
    static final String ID = "port-order";

    private static final String KEY = "ports";

    PortOrder(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
    }

    @Override
    void service(String name, YamlMapping service) {
        if (!(value(service, KEY) instanceof YamlSequence list)) {
            return;
        }
        Optional<List<PublishedPort>> ports = ports(list);
        if (ports.isPresent()) {
            List<String> names = new ArrayList<>();
            for (PublishedPort port : ports.get()) {
                names.add(port.text().isEmpty() ? "a port without one of the host" : port.text());
            }
            List<Integer> order = Ordering.natural(ports.get());
            compare(list, Optional.of(name), names, order, KEY, " in " + KEY + " of \"" + name + "\"");
        }
    }

    /** What each item is sorted by; empty if that cannot be told of one. */
    private static Optional<List<PublishedPort>> ports(YamlSequence list) {
        List<PublishedPort> ports = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
            @Nullable PublishedPort port = PublishedPort.of(item);
            if (port == null) {
                return Optional.empty();
            }
            ports.add(port);
        }
        return Optional.of(ports);
    }
}
