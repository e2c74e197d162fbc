package dev.plimsoll.compose;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;

/** What of a merged tree was written in a file that is withheld from reports. */
final class Outside {
    private Outside() {}

    /** Whether any part of a node was. */
    static boolean has(Node node) {
        if (node.at().file().isWithheld()) {
            return true;
        }
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries().values()) {
                if (has(entry)) {
                    return true;
                }
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (has(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a key or any part of its value was. */
    static boolean has(Entry entry) {
        return entry.key().location().file().isWithheld() || has(entry.value());
    }
}
