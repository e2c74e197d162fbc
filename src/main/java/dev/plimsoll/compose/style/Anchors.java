package dev.plimsoll.compose.style;

import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The anchors and aliases in the parts of a mapping or list, whose order tells what each alias stands for. */
final class Anchors {
    /** For each part its anchored nodes and its aliases, in the order in which YAML meets them. */
    private final List<List<YamlNode>> parts = new ArrayList<>();

    private final Set<YamlNode> anchored = new HashSet<>();

    /** The anchors and aliases in entries of a mapping or items of a list. */
    static Anchors of(YamlNode node) {
        Anchors anchors = new Anchors();
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                List<YamlNode> part = new ArrayList<>(0);
                anchors.collect(entry.key(), part);
                anchors.collect(entry.value(), part);
                anchors.parts.add(part);
            }
        } else if (node instanceof YamlSequence list) {
            for (YamlNode item : list.items()) {
                List<YamlNode> part = new ArrayList<>(0);
                anchors.collect(item, part);
                anchors.parts.add(part);
            }
        }
        return anchors;
    }

    private void collect(YamlNode node, List<YamlNode> into) {
        if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                collect(entry.key(), into);
                collect(entry.value(), into);
            }
        } else if (node instanceof YamlSequence list) {
            for (YamlNode item : list.items()) {
                collect(item, into);
            }
        }
        if (node instanceof YamlAlias) {
            into.add(node);
        } else if (node.anchor().isPresent()) {
            into.add(node);
            anchored.add(node);
        }
    }

    /** Whether a part has an alias of something in another one. */
    boolean needs(int part, int other) {
        for (YamlNode node : parts.get(part)) {
            if (node instanceof YamlAlias alias && parts.get(other).contains(alias.target())) {
                return true;
            }
        }
        return false;
    }

    /** Why the parts cannot stand in another order: an alias would stand for something else, or for nothing. */
    Optional<String> objection(List<Integer> order) {
        Map<String, YamlNode> known = new HashMap<>();
        for (int part : order) {
            for (YamlNode node : parts.get(part)) {
                if (node instanceof YamlAlias alias) {
                    @Nullable YamlNode meant = known.get(alias.name());
                    boolean elsewhere = meant == null && !anchored.contains(alias.target());
                    if (!elsewhere && meant != alias.target()) {
                        return Optional.of("the alias *" + alias.name() + " would no longer come after its anchor &"
                                + alias.name());
                    }
                } else {
                    known.put(node.anchor().orElseThrow(), node);
                }
            }
        }
        return known.equals(inFile()) ? Optional.empty() : Optional.of("an anchor is defined twice");
    }

    private Map<String, YamlNode> inFile() {
        Map<String, YamlNode> known = new HashMap<>();
        for (List<YamlNode> part : parts) {
            for (YamlNode node : part) {
                if (!(node instanceof YamlAlias)) {
                    known.put(node.anchor().orElseThrow(), node);
                }
            }
        }
        return known;
    }
}
