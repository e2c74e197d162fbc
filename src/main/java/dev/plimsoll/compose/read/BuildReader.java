package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.ListKeys;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service's {@code build}: a context, or a mapping. */
final class BuildReader {
    private static final String HERE = ".";

    private BuildReader() {}

    /** The build of a service; the node of its key is given, which is no null. */
    static Build read(Node node, MapNode service) {
        MapNode map = node instanceof MapNode written ? written : null;
        ScalarNode context = map == null ? scalar(node) : map.scalar("context");
        ScalarNode dockerfile = map == null ? null : map.scalar("dockerfile");
        ScalarNode target = map == null ? null : map.scalar("target");
        return new Build(
                context == null ? here(node) : context.located(Values.string(context)),
                string(dockerfile),
                map != null && map.get("dockerfile_inline") != null,
                target == null ? Optional.empty() : Optional.ofNullable(target.known()),
                map != null && map.get("additional_contexts") != null,
                platforms(map),
                string(service.scalar("platform")),
                service.get("pull_policy") != null,
                map == null ? Map.of() : args(map));
    }

    private static @Nullable ScalarNode scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar : null;
    }

    private static Optional<Located<Value<String>>> string(@Nullable ScalarNode scalar) {
        return scalar == null ? Optional.empty() : Optional.of(scalar.located(Values.string(scalar)));
    }

    private static List<Located<Value<String>>> platforms(@Nullable MapNode build) {
        List<Located<Value<String>>> platforms = new ArrayList<>();
        if (build != null && build.get("platforms") instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    platforms.add(scalar.located(Values.string(scalar)));
                }
            }
        }
        return platforms;
    }

    private static Located<Value<String>> here(Node node) {
        return node.located(new Value.Literal<>(HERE, HERE));
    }

    private static Map<String, Located<Value<String>>> args(MapNode build) {
        Map<String, Located<Value<String>>> args = new HashMap<>();
        Node section = build.get("args");
        if (section == null) {
            return args;
        }
        for (Map.Entry<String, Entry> arg :
                ListKeys.asMapping(section, "args").entries().entrySet()) {
            if (arg.getValue().value() instanceof ScalarNode scalar && !scalar.isNull()) {
                args.put(
                        arg.getKey(),
                        new Located<>(Values.string(scalar), scalar.text().location(), scalar.through()));
            }
        }
        return args;
    }
}
