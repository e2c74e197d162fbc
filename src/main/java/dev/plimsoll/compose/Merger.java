package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.ListNode;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ResetNode;
import dev.plimsoll.compose.Node.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges a document over the ones before it, as compose-go's override package does: mappings key by key, scalars
 * replaced, lists appended and then freed of entries with the same key, of which the later value takes the earlier's
 * place.
 */
final class Merger {
    private static final String OVERRIDE = "!override";

    private Merger() {}

    static MapNode merge(MapNode base, MapNode over) {
        return (MapNode) merge(base, over, List.of());
    }

    private static Node merge(Node base, Node over, List<String> path) {
        if (over instanceof ResetNode || over.isTagged(OVERRIDE) || base instanceof ResetNode) {
            return over;
        }
        if (over instanceof ScalarNode scalar && scalar.isNull()) {
            return base;
        }
        if (base instanceof MapNode baseMap && over instanceof MapNode overMap) {
            return maps(baseMap, overMap, path);
        }
        boolean lists = isListLike(base) && isListLike(over) && isAppended(path);
        return lists ? lists(base, over, path) : over;
    }

    private static MapNode maps(MapNode base, MapNode over, List<String> path) {
        Map<String, Entry> entries = new LinkedHashMap<>(base.entries());
        for (Map.Entry<String, Entry> entry : over.entries().entrySet()) {
            Entry mine = entries.get(entry.getKey());
            Entry theirs = entry.getValue();
            if (mine == null) {
                entries.put(entry.getKey(), theirs);
                continue;
            }
            List<String> deeper = new ArrayList<>(path);
            deeper.add(entry.getKey());
            Node merged = merge(mine.value(), theirs.value(), deeper);
            boolean kept = merged == mine.value();
            entries.put(entry.getKey(), kept ? mine : new Entry(theirs.key(), merged, theirs.owner()));
        }
        return new MapNode(over.origin(), entries);
    }

    private static boolean isListLike(Node node) {
        return node instanceof ListNode || (node instanceof ScalarNode scalar && !scalar.isNull());
    }

    private static boolean isAppended(List<String> path) {
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return switch (last) {
            case "tmpfs", "volumes", "ports", "environment", "env_file", "dns", "dns_search", "expose" -> true;
            case "cap_add", "cap_drop", "profiles", "devices", "secrets", "configs", "security_opt" -> true;
            default -> false;
        };
    }

    private static ListNode lists(Node base, Node over, List<String> path) {
        String field = path.get(path.size() - 1);
        Map<Object, Node> byKey = new LinkedHashMap<>();
        for (Node item : items(base)) {
            byKey.put(key(item, field), item);
        }
        for (Node item : items(over)) {
            byKey.put(key(item, field), item);
        }
        return new ListNode(over.origin(), new ArrayList<>(byKey.values()));
    }

    private static List<Node> items(Node node) {
        return node instanceof ListNode list ? list.items() : List.of(node);
    }

    /** What makes two entries of a list the same one; an entry without a known key is like no other. */
    private static Object key(Node item, String field) {
        @Nullable String text = item instanceof ScalarNode scalar ? scalar.known() : null;
        if (field.equals("volumes")) {
            @Nullable String target = VolumeReader.targetOf(item);
            return target == null ? item : target;
        }
        if (text == null) {
            return item;
        }
        return switch (field) {
            // compose-go cuts at the first equals sign, so /tmp:size=1m and /tmp:size=2m are one, /tmp:mode=1 is
            // another
            case "tmpfs", "environment" -> text.indexOf('=') < 0 ? text : text.substring(0, text.indexOf('='));
            default -> text;
        };
    }
}
