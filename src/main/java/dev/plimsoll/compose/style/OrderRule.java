package dev.plimsoll.compose.style;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule on the order of the parts of a mapping or list: one finding for each, at the first part that is to move up. */
abstract class OrderRule extends StyleRule {
    OrderRule(String id, Map<String, String> options, List<RuleFinding> findings) {
        super(id, options, findings);
    }

    /**
     * Compares the order of a mapping's or list's parts with what it is to be.
     *
     * @param service whose they are; empty if of no service
     * @param names how messages call the parts
     * @param order for each place the index of what is to stand there
     * @param where what messages say behind the names: {@code  in ports of "app"}
     */
    final void compare(
            YamlNode node,
            Optional<String> service,
            List<String> names,
            List<Integer> order,
            String what,
            String where) {
        int place = Ordering.firstChange(order);
        if (place < 0) {
            return;
        }
        int moved = order.get(place);
        Finding.Builder finding = Finding.at(place(node, moved)).evidence(what);
        if (service.isPresent()) {
            finding.container(service.get());
        }
        String message = names.get(moved) + " belongs before " + names.get(place) + where;
        boolean document = node instanceof YamlMapping && what.equals(TopLevelOrder.DOCUMENT);
        find(finding, "sort " + what, message, () -> Reordering.edit(node, order, document));
    }

    private static Location place(YamlNode node, int index) {
        if (node instanceof YamlMapping mapping) {
            return mapping.entries().get(index).key().location();
        }
        return ((YamlSequence) node).items().get(index).location();
    }
}
