package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What merging documents left out. A value that one service replaces may count in another one that extends the same, so
 * what is in the whole project decides.
 */
public final class Replacements {
    private final List<Replaced> replaced;
    private final MapNode root;

    /**
     * A value of one document and what is laid over it.
     *
     * @param value what is replaced
     * @param by what replaces it, for now
     */
    public record Replaced(ScalarNode value, Node by) {}

    /**
     * Those of a project.
     *
     * @param replaced what merging its documents left out
     * @param root the outcome
     */
    public Replacements(List<Replaced> replaced, MapNode root) {
        this.replaced = replaced;
        this.root = root;
    }

    /** The values that count nowhere, each with the one other value that counts in its place; those with several are left out. */
    public List<ReplacedValue> values() {
        Places counting = new Places();
        counting.add(root);
        IdentityHashMap<Node, List<Node>> next = new IdentityHashMap<>();
        Places known = new Places();
        List<ScalarNode> lost = new ArrayList<>();
        for (Replaced one : replaced) {
            next.computeIfAbsent(one.value(), any -> new ArrayList<>(1)).add(one.by());
            if (!counting.has(one.value().at()) && known.add(one.value().at())) {
                lost.add(one.value());
            }
        }
        List<ReplacedValue> values = new ArrayList<>();
        for (ScalarNode value : lost) {
            ReplacedValue found = winner(value, counting, next);
            if (found != null) {
                values.add(found);
            }
        }
        return values;
    }

    /** The one value that counts in place of one; null if there are several, or it is not known, or the same. */
    private static @Nullable ReplacedValue winner(
            ScalarNode lost, Places counting, IdentityHashMap<Node, List<Node>> next) {
        Places places = new Places();
        List<Node> open = new ArrayList<>(List.of(lost));
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Node winner = null;
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (!seen.add(node)) {
                continue;
            }
            if (counting.has(node.at()) && places.add(node.at())) {
                if (winner != null) {
                    return null;
                }
                winner = node;
            }
            open.addAll(next.getOrDefault(node, List.of()));
        }
        String value = winner == null ? null : value(winner);
        return winner == null || value == null || value.equals(lost.known())
                ? null
                : new ReplacedValue(lost.at(), winner.at(), value);
    }

    private static @Nullable String value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.known();
        }
        return node instanceof ResetNode ? "" : null;
    }

    /** Places in files. */
    private static final class Places {
        private final IdentityHashMap<SourceFile, Set<Integer>> starts = new IdentityHashMap<>();
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        boolean add(Location at) {
            return starts.computeIfAbsent(at.file(), any -> new HashSet<>())
                    .add(at.span().start());
        }

        boolean has(Location at) {
            return starts.getOrDefault(at.file(), Set.of()).contains(at.span().start());
        }

        /** Adds all that is in a node. */
        void add(Node node) {
            if (node instanceof MapNode map) {
                if (seen.add(map)) {
                    for (Entry entry : map.entries().values()) {
                        add(entry.value());
                    }
                }
            } else if (node instanceof ListNode list) {
                if (seen.add(list)) {
                    for (Node item : list.items()) {
                        add(item);
                    }
                }
            } else {
                add(node.at());
            }
        }
    }
}
