package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code service-order}: services in alphabetical order. */
final class ServiceOrder extends OrderRule {
    static final String ID = "service-order";

    ServiceOrder(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
    }

    @Override
    void services(YamlMapping services) {
        Optional<List<String>> names = Ordering.keys(services);
        if (names.isPresent()) {
            List<Integer> order = Ordering.alphabetical(names.get());
            compare(services, Optional.empty(), names.get(), order, "the services", " in services");
        }
    }
}
