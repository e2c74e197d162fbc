package dev.plimsoll.yaml;

import java.util.HashMap;
import java.util.Map;

/** How many nodes the aliases of a file stand for. */
final class AliasSizes {
    private final Map<YamlNode, Long> known = new HashMap<>();
    private long sum;

    /** Adds what one more alias stands for; returns the sum. */
    long add(YamlNode target) {
        sum += size(target);
        return sum;
    }

    /** Nodes that a node stands for with its aliases followed. Each node is counted once: a bomb costs what it weighs. */
    private long size(YamlNode node) {
        if (node instanceof YamlScalar) {
            return 1;
        }
        if (node instanceof YamlAlias alias) {
            return size(alias.target());
        }
        Long before = known.get(node);
        if (before != null) {
            return before;
        }
        long size = 1;
        if (node instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                size += size(mapping.key(i)) + size(mapping.value(i));
            }
        } else if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                size += size(item);
            }
        }
        long capped = Math.min(size, Integer.MAX_VALUE);
        known.put(node, capped);
        return capped;
    }
}
