package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code depends-on-order}: what a service depends on in alphabetical order, be it a list or a mapping. */
final class DependsOnOrder extends OrderRule {
    static final String ID = "depends-on-order";

    private static final String KEY = "depends_on";

    DependsOnOrder(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
    }

    @Override
    void service(String name, YamlMapping service) {
        @Nullable YamlNode node = value(service, KEY);
        Optional<List<String>> names = Optional.empty();
        if (node instanceof YamlMapping mapping) {
            names = Ordering.keys(mapping);
        } else if (node instanceof YamlSequence list) {
            names = Ordering.words(list);
        }
        if (node != null && names.isPresent()) {
            List<Integer> order = Ordering.alphabetical(names.get());
            compare(node, Optional.of(name), names.get(), order, KEY, " in " + KEY + " of \"" + name + "\"");
        }
    }
}
