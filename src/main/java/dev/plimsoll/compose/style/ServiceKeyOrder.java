package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code service-key-order}: the keys of a service in the order that the rule's option gives. */
final class ServiceKeyOrder extends OrderRule {
    static final String ID = "service-key-order";

    private final List<String> list;

    ServiceKeyOrder(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
        this.list = words("order");
    }

    @Override
    void service(String name, YamlMapping service) {
        Optional<List<String>> keys = Ordering.keys(service);
        if (keys.isPresent()) {
            List<Integer> order = Ordering.listed(keys.get(), list);
            compare(service, Optional.of(name), keys.get(), order, "the keys", " in \"" + name + "\"");
        }
    }
}
