package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges a document over the ones before it, as compose-go's override package does: mappings key by key, scalars
 * replaced, lists appended and then freed of entries with the same key, of which the later value takes the earlier's
 * place.
 */
public final class Merger {
    private static final String OVERRIDE = "!override";
    private static final String SERVICES = "services";
    private static final String BUILD = "build";

    /** Whether what is in both counts as written where it stood first; otherwise where it stood last. */
    private final boolean baseLeads;

    private Merger(boolean baseLeads) {
        this.baseLeads = baseLeads;
    }

    /** A whole document over another. */
    public static MapNode merge(MapNode base, MapNode over) {
        return (MapNode) new Merger(true).merge(base, over, "");
    }

    /** A service over the one that it extends. */
    public static MapNode extend(MapNode base, MapNode service) {
        return new Merger(false).maps(base, service, SERVICES + ".*");
    }

    /** A document alone: entries of a list with the same key become one. */
    public static MapNode unify(MapNode root) {
        MapNode services = root.map(SERVICES);
        if (services == null) {
            return root;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(root.entries());
        Entry written = entries.get(SERVICES);
        if (written != null) {
            Map<String, Entry> unified = new LinkedHashMap<>();
            for (Map.Entry<String, Entry> service : services.entries().entrySet()) {
                unified.put(
                        service.getKey(),
                        service.getValue().with(unifyService(service.getValue().value())));
            }
            entries.put(SERVICES, written.with(new MapNode(services.origin(), unified)));
        }
        return new MapNode(root.origin(), entries);
    }

    private static Node unifyService(Node service) {
        if (!(service instanceof MapNode map)) {
            return service;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
        for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
            Node value = entry.getValue().value();
            if (value instanceof ListNode list && ListKeys.isKeyed(entry.getKey())) {
                entries.put(
                        entry.getKey(),
                        entry.getValue().with(lists(new ListNode(list.origin(), List.of()), list, entry.getKey())));
            }
        }
        return new MapNode(map.origin(), entries);
    }

    private Node merge(Node base, Node over, String path) {
        if (over instanceof ResetNode || over.isTagged(OVERRIDE) || base instanceof ResetNode) {
            return over;
        }
        String key = path.substring(path.lastIndexOf('.') + 1);
        if (isReplaced(path) || isEntry(path)) {
            return over;
        }
        if (over instanceof ScalarNode scalar && scalar.isNull()) {
            return base;
        }
        boolean inService = path.startsWith(SERVICES + ".*.");
        if (inService && path.equals(SERVICES + ".*." + BUILD)) {
            return maps(asBuild(base), asBuild(over), path);
        }
        boolean references = key.equals("depends_on") || key.equals("networks") || key.equals("models");
        if (inService
                && ListKeys.isMappingOrList(key)
                && (references || base instanceof MapNode || over instanceof MapNode)) {
            return maps(ListKeys.asMapping(base, key), ListKeys.asMapping(over, key), path);
        }
        if (base instanceof MapNode baseMap && over instanceof MapNode overMap) {
            return path.endsWith(".logging") && differentDriver(baseMap, overMap) ? over : maps(baseMap, overMap, path);
        }
        boolean bothLists = base instanceof ListNode && over instanceof ListNode;
        boolean listOrString = isListLike(base) && isListLike(over) && ListKeys.isListOrString(key);
        return bothLists || listOrString ? lists(base, over, key) : over;
    }

    /** Commands are replaced whole, and so is a limit of {@code ulimits} with its two parts. */
    private static boolean isReplaced(String path) {
        return path.equals(SERVICES + ".*.command")
                || path.equals(SERVICES + ".*.entrypoint")
                || path.equals(SERVICES + ".*.healthcheck.test")
                || path.startsWith(SERVICES + ".*.ulimits.");
    }

    /** A variable, label or the like: its value is replaced, by nothing too. */
    private static boolean isEntry(String path) {
        int last = path.lastIndexOf('.');
        String field = last < 0 ? "" : path.substring(path.lastIndexOf('.', last - 1) + 1, last);
        return path.startsWith(SERVICES + ".*.")
                && switch (field) {
                    case "annotations", "environment", "labels", "sysctls", "args", "extra_hosts" -> true;
                    default -> false;
                };
    }

    private static boolean differentDriver(MapNode base, MapNode over) {
        ScalarNode mine = base.scalar("driver");
        ScalarNode theirs = over.scalar("driver");
        return mine != null
                && theirs != null
                && !mine.text().value().equals(theirs.text().value());
    }

    private static MapNode asBuild(Node build) {
        if (build instanceof MapNode map) {
            return map;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (build instanceof ScalarNode scalar) {
            entries.put("context", new Entry(scalar.written(), scalar, null));
        }
        return new MapNode(build.origin(), entries);
    }

    private MapNode maps(MapNode base, MapNode over, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>(base.entries());
        for (Map.Entry<String, Entry> entry : over.entries().entrySet()) {
            Entry mine = entries.get(entry.getKey());
            Entry theirs = entry.getValue();
            if (mine == null) {
                entries.put(entry.getKey(), theirs);
                continue;
            }
            Node merged = merge(mine.value(), theirs.value(), child(path, entry.getKey()));
            boolean atBase = merged == mine.value() || (baseLeads && merged instanceof MapNode);
            entries.put(entry.getKey(), atBase ? mine.with(merged) : theirs.with(merged));
        }
        return new MapNode(baseLeads ? base.origin() : over.origin(), entries);
    }

    private static String child(String path, String key) {
        String step = path.equals(SERVICES) ? "*" : key;
        return path.isEmpty() ? step : path + "." + step;
    }

    private static boolean isListLike(Node node) {
        return node instanceof ListNode || (node instanceof ScalarNode scalar && !scalar.isNull());
    }

    private static ListNode lists(Node base, Node over, String field) {
        Map<Object, Node> byKey = new LinkedHashMap<>();
        List<Node> replaced = new ArrayList<>(0);
        for (Node item : items(base)) {
            put(byKey, key(item, field), item, replaced);
        }
        // an entry of the base gives way on purpose, one of the same list hardly
        Set<Object> ofBase = new HashSet<>(byKey.keySet());
        for (Node item : items(over)) {
            Object key = key(item, field);
            if (ofBase.remove(key)) {
                byKey.put(key, item);
            } else {
                put(byKey, key, item, replaced);
            }
        }
        replaced.addAll(replaced(base));
        replaced.addAll(replaced(over));
        return new ListNode(over.origin(), new ArrayList<>(byKey.values()), replaced);
    }

    private static void put(Map<Object, Node> byKey, Object key, Node item, List<Node> replaced) {
        Node before = byKey.put(key, item);
        if (before != null) {
            replaced.add(before);
        }
    }

    private static List<Node> replaced(Node node) {
        return node instanceof ListNode list ? list.replaced() : List.of();
    }

    /** Nodes without a known key are like no other, and so are all of a list that is only appended to. */
    private static Object key(Node item, String field) {
        @Nullable Object key = ListKeys.isKeyed(field) ? ListKeys.of(item, field) : null;
        return key == null ? item : key;
    }

    private static List<Node> items(Node node) {
        return node instanceof ListNode list ? list.items() : List.of(node);
    }
}
