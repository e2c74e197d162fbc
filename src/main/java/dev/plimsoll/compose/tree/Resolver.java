package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.Origin;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
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
        return node(document, Way.DIRECT);
    }

    private Node node(YamlNode node, Way from) {
        if (node instanceof YamlAlias alias) {
            return node(alias.target(), from.through(alias.location()));
        }
        Way way = node.isReferenced() ? from.shared() : from;
        if (node.isTagged(RESET)) {
            return new ResetNode(new Origin(node, way));
        }
        if (node instanceof YamlScalar scalar) {
            // what has no variable says what is written
            boolean plain = scalar.value().indexOf('$') < 0;
            return new ScalarNode(scalar, way, plain ? null : interpolation.apply(scalar.text()));
        }
        if (node instanceof YamlSequence sequence) {
            Way inside = sequence.isFlow() ? way.inFlow() : way;
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (YamlNode item : sequence.items()) {
                items.add(node(item, inside));
            }
            return new ListNode(sequence, way, List.copyOf(items));
        }
        return mapping((YamlMapping) node, way);
    }

    private MapNode mapping(YamlMapping mapping, Way way) {
        Map<String, Entry> entries = new Entries<>(mapping.size());
        Way inside = mapping.isFlow() ? way.inFlow() : way;
        boolean merges = false;
        for (int i = 0; i < mapping.size(); i++) {
            YamlNode written = mapping.key(i);
            if (!(written instanceof YamlScalar key)) {
                report(written, "a key must be a string, not " + written.description());
            } else if (isMerge(key)) {
                merges = true;
            } else if (key.kind() != YamlScalar.Kind.STRING || key.isDate()) {
                refuse(key);
            } else if (mapping != root || !key.value().startsWith(EXTENSION)) {
                entries.put(key.value(), new Entry(key, node(mapping.value(i), inside), mapping));
            }
        }
        // a key written out wins over a merged one, wherever << stands
        for (YamlMapping.Entry entry : merges ? mapping.entries() : List.<YamlMapping.Entry>of()) {
            if (entry.key() instanceof YamlScalar key && isMerge(key)) {
                merge(entry.value(), inside, entries);
            }
        }
        return new MapNode(mapping, way, entries);
    }

    private static boolean isMerge(YamlScalar key) {
        return key.style() == YamlScalar.Style.PLAIN && key.value().equals(MERGE_KEY);
    }

    private void merge(YamlNode value, Way way, Map<String, Entry> entries) {
        // the list may be an alias too, and its items are merged in their order
        if (value instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                merge(node(item, way), item, entries);
            }
            return;
        }
        Node merged = node(value, way);
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
