package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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

    /** Whether the entries of the base are in the long form, with their keys cleaned; otherwise they are as they are spelled. */
    private final boolean baseIsLoaded;

    private final List<Replacements.Replaced> left;

    private Merger(boolean baseLeads, boolean baseIsLoaded, List<Replacements.Replaced> left) {
        this.baseLeads = baseLeads;
        this.baseIsLoaded = baseIsLoaded;
        this.left = left;
    }

    /** A whole document over another; takes down what is left out. */
    public static MapNode merge(MapNode base, MapNode over, List<Replacements.Replaced> left) {
        return (MapNode) new Merger(true, true, left).merge(base, over, "");
    }

    /**
     * A service over the one that it extends; takes down what is left out.
     *
     * @param ofOtherFile whether that one is of another file, which Compose loads first
     */
    public static MapNode extend(MapNode base, MapNode service, boolean ofOtherFile, List<Replacements.Replaced> left) {
        return new Merger(false, ofOtherFile, left).maps(base, service, SERVICES + ".*");
    }

    /** A document alone: entries of a list with the same key become one. */
    public static MapNode unify(MapNode root) {
        MapNode services = root.map(SERVICES);
        if (services == null) {
            return root;
        }
        Map<String, Entry> entries = new Entries<>(root.entries());
        Entry written = entries.get(SERVICES);
        if (written != null) {
            Map<String, Entry> unified = new Entries<>(services.entries().size());
            for (Map.Entry<String, Entry> service : services.entries().entrySet()) {
                unified.put(
                        service.getKey(),
                        unified(
                                service.getValue(),
                                unifyService(service.getValue().value())));
            }
            entries.put(SERVICES, written.with(services.with(unified)));
        }
        return root.with(entries);
    }

    private static Entry unified(Entry entry, Node value) {
        return value == entry.value() ? entry : entry.with(value);
    }

    /** A list of a service in a document alone: entries with the same key become one. */
    public static ListNode unify(ListNode list, String field) {
        return new Merger(true, true, new ArrayList<>(0)).lists(new ListNode(list.origin(), List.of()), list, field);
    }

    private static Node unifyService(Node service) {
        if (!(service instanceof MapNode map)) {
            return service;
        }
        Map<String, Entry> entries = null;
        for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
            Node value = entry.getValue().value();
            // a single entry is like no other
            if (value instanceof ListNode list && list.items().size() > 1 && ListKeys.isKeyed(entry.getKey())) {
                entries = entries == null ? new Entries<>(map.entries()) : entries;
                entries.put(entry.getKey(), entry.getValue().with(unify(list, entry.getKey())));
            }
        }
        return entries == null ? map : map.with(entries);
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
        return path.startsWith(SERVICES + ".*.") && isEntryOf(field);
    }

    private static boolean isEntryOf(String field) {
        return switch (field) {
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
        Map<String, Entry> entries = new Entries<>(1);
        if (build instanceof ScalarNode scalar) {
            entries.put("context", new Entry(scalar.written(), scalar, null));
        }
        return new MapNode(build.origin(), entries);
    }

    private MapNode maps(MapNode base, MapNode over, String path) {
        Map<String, Entry> entries = new Entries<>(base.entries());
        for (Map.Entry<String, Entry> entry : over.entries().entrySet()) {
            Entry mine = entries.get(entry.getKey());
            Entry theirs = entry.getValue();
            if (mine == null) {
                entries.put(entry.getKey(), theirs);
                continue;
            }
            Node merged = merge(mine.value(), theirs.value(), child(path, entry.getKey()));
            if (merged == theirs.value()
                    && mine.value() instanceof ScalarNode scalar
                    && !isEntry(child(path, entry.getKey()))) {
                left.add(new Replacements.Replaced(scalar, merged));
            }
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

    private ListNode lists(Node base, Node over, String field) {
        List<Node> replaced = new ArrayList<>(0);
        List<Node> mine = baseIsLoaded ? unique(List.of(), items(base), field, replaced) : items(base);
        List<Node> all = unique(mine, items(over), field, replaced);
        replaced.addAll(replaced(base));
        replaced.addAll(replaced(over));
        return new ListNode(over.origin(), all, once(replaced));
    }

    /** Compose looks for equal keys twice: as they are spelled, and then with all entries in the long form. */
    private List<Node> unique(List<Node> base, List<Node> over, String field, List<Node> replaced) {
        Set<Node> ofBase = Collections.newSetFromMap(new IdentityHashMap<>());
        ofBase.addAll(base);
        List<Node> all = new ArrayList<>(base);
        all.addAll(over);
        if (ListKeys.isSpelled(field)) {
            all = unique(all, ofBase, true, field, replaced);
        }
        return unique(all, ofBase, false, field, replaced);
    }

    private List<Node> unique(List<Node> items, Set<Node> ofBase, boolean spelled, String field, List<Node> replaced) {
        Map<Object, Node> byKey = new LinkedHashMap<>();
        for (Node item : items) {
            boolean asSpelled = spelled && !(baseIsLoaded && ofBase.contains(item));
            Node before = byKey.put(key(item, field, asSpelled), item);
            // an entry of the base gives way on purpose, one of the same list hardly
            boolean onPurpose = before != null && ofBase.contains(before) && !ofBase.contains(item);
            if (before != null && before != item && !onPurpose) {
                replaced.add(before);
            }
            if (onPurpose && before instanceof ScalarNode scalar && !isEntryOf(field)) {
                left.add(new Replacements.Replaced(scalar, item));
            }
        }
        return new ArrayList<>(byKey.values());
    }

    /** Each once: a file that is laid over itself, time and again, would double them each time. */
    private static List<Node> once(List<Node> nodes) {
        if (nodes.size() < 2) {
            return nodes;
        }
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> once = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (seen.add(node)) {
                once.add(node);
            }
        }
        return once;
    }

    private static List<Node> replaced(Node node) {
        return node instanceof ListNode list ? list.replaced() : List.of();
    }

    /** Nodes without a known key are like no other, and so are all of a list that is only appended to. */
    private static Object key(Node item, String field, boolean spelled) {
        @Nullable Object key = null;
        if (ListKeys.isKeyed(field)) {
            key = spelled ? ListKeys.spelled(item, field) : ListKeys.of(item, field);
        }
        return key == null ? item : key;
    }

    private static List<Node> items(Node node) {
        return node instanceof ListNode list ? list.items() : List.of(node);
    }
}
