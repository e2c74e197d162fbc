package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import java.util.List;
import java.util.Map;

/** Whether two nodes say the same, wherever and however they are written. */
public final class Same {
    private Same() {}

    /** Whether two nodes say the same, wherever they were written. */
    public static boolean values(Node a, Node b) {
        if (a == b) {
            return true;
        }
        if (a instanceof ScalarNode left && b instanceof ScalarNode right) {
            return left.kind() == right.kind()
                    && left.text().value().equals(right.text().value());
        }
        if (a instanceof ListNode left && b instanceof ListNode right) {
            return lists(left.items(), right.items());
        }
        return a instanceof MapNode left && b instanceof MapNode right && maps(left.entries(), right.entries());
    }

    private static boolean lists(List<Node> a, List<Node> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!values(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean maps(Map<String, Entry> a, Map<String, Entry> b) {
        if (!a.keySet().equals(b.keySet())) {
            return false;
        }
        for (Map.Entry<String, Entry> entry : a.entrySet()) {
            Entry other = b.get(entry.getKey());
            if (other == null || !values(entry.getValue().value(), other.value())) {
                return false;
            }
        }
        return true;
    }
}
