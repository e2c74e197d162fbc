package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.Origin;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows aliases, merges {@code <<} and resolves variables. The parser has bounded how far aliases can expand. */
public final class Resolver {
    private static final String MERGE_KEY = "<<";
    private static final String RESET = "!reset";
    private static final String EXTENSION = "x-";

    private final Interpolation interpolation;
    private final Collection<InputError> errors;
    private final List<Interpolation.Refusal> refusals = new ArrayList<>();
    private @Nullable YamlNode root;

    /** A resolver whose errors go to a collection. */
    public Resolver(Interpolation interpolation, Collection<InputError> errors) {
        this.interpolation = interpolation;
        this.errors = errors;
    }

    /** A document's root with all below it. Extensions at the top are left out: what aliases use of them is copied. */
    public Node resolve(YamlNode document) {
        root = document;
        return node(document, List.of(), false, false);
    }

    private Node node(YamlNode node, List<Location> through, boolean shared, boolean inFlow) {
        if (node instanceof YamlAlias alias) {
            List<Location> longer = new ArrayList<>(through);
            longer.add(alias.location());
            return node(alias.target(), longer, true, inFlow);
        }
        Origin origin = new Origin(node, through, shared || node.isReferenced(), inFlow);
        if (node.tag().orElse("").equals(RESET)) {
            return new ResetNode(origin);
        }
        if (node instanceof YamlScalar scalar) {
            return new ScalarNode(origin, interpolation.apply(scalar.text()));
        }
        if (node instanceof YamlSequence sequence) {
            boolean flow = inFlow || sequence.isFlow();
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (YamlNode item : sequence.items()) {
                items.add(node(item, through, origin.shared(), flow));
            }
            return new ListNode(origin, items);
        }
        return mapping((YamlMapping) node, origin);
    }

    private MapNode mapping(YamlMapping mapping, Origin origin) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        boolean flow = origin.inFlow() || mapping.isFlow();
        boolean merges = false;
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof YamlScalar key)) {
                report(entry.key(), "a key must be a string, not " + entry.key().description());
            } else if (isMerge(key)) {
                merges = true;
            } else if (key.kind() != YamlScalar.Kind.STRING || key.isDate()) {
                refuse(key);
            } else if (mapping != root || !key.value().startsWith(EXTENSION)) {
                entries.put(
                        key.value(),
                        new Entry(key, node(entry.value(), origin.through(), origin.shared(), flow), mapping));
            }
        }
        // a key written out wins over a merged one, wherever << stands
        for (YamlMapping.Entry entry : merges ? mapping.entries() : List.<YamlMapping.Entry>of()) {
            if (entry.key() instanceof YamlScalar key && isMerge(key)) {
                merge(entry.value(), origin, flow, entries);
            }
        }
        return new MapNode(origin, entries);
    }

    private static boolean isMerge(YamlScalar key) {
        return key.style() == YamlScalar.Style.PLAIN && key.value().equals(MERGE_KEY);
    }

    private void merge(YamlNode value, Origin origin, boolean flow, Map<String, Entry> entries) {
        // the list may be an alias too, and its items are merged in their order
        if (value instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                merge(node(item, origin.through(), origin.shared(), flow), item, entries);
            }
            return;
        }
        Node merged = node(value, origin.through(), origin.shared(), flow);
        List<Node> parts = merged instanceof ListNode list ? list.items() : List.of(merged);
        for (Node part : parts) {
            merge(part, value, entries);
        }
    }

    private void merge(Node merged, YamlNode written, Map<String, Entry> entries) {
        if (merged instanceof MapNode map) {
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                entries.putIfAbsent(entry.getKey(), entry.getValue());
            }
        } else {
            YamlNode described = written instanceof YamlAlias alias ? alias.target() : written;
            report(written, "<< wants a mapping or a list of mappings, not " + described.description());
        }
    }

    /** Docker takes strings for keys only. */
    private void refuse(YamlScalar key) {
        refusals.add(new Interpolation.Refusal(
                key.location(), "the key " + key.raw() + " must be a string; put it in quotes", false));
    }

    /** Keys that make Compose refuse the file. */
    public List<Interpolation.Refusal> refusals() {
        return refusals;
    }

    private void report(YamlNode node, String message) {
        errors.add(new InputError(node.location(), message));
    }
}
