package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code top-level-order}: the keys at the top of a file in the order that the rule's option gives. */
final class TopLevelOrder extends OrderRule {
    static final String ID = "top-level-order";
    static final String DOCUMENT = "the top-level keys";

    private final List<String> list;

    TopLevelOrder(Map<String, String> options, List<RuleFinding> findings) {
        super(ID, options, findings);
        this.list = words("order");
    }

    @Override
    void document(YamlMapping document) {
        Optional<List<String>> keys = Ordering.keys(document);
        if (keys.isPresent()) {
            List<Integer> order = Ordering.sections(document, keys.get(), list);
            compare(document, Optional.empty(), keys.get(), order, DOCUMENT, " at the top level");
        }
    }
}
