package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ScalarNode;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A service's {@code build}: a context, or a mapping. */
final class BuildReader {
    private static final String HERE = ".";

    private BuildReader() {}

    static Build read(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Build(
                    scalar.located(Values.string(scalar)), Optional.empty(), false, Optional.empty(), false, Map.of());
        }
        if (!(node instanceof MapNode map)) {
            return new Build(here(node), Optional.empty(), false, Optional.empty(), false, Map.of());
        }
        ScalarNode context = map.scalar("context");
        ScalarNode dockerfile = map.scalar("dockerfile");
        ScalarNode target = map.scalar("target");
        return new Build(
                context == null ? here(node) : context.located(Values.string(context)),
                dockerfile == null ? Optional.empty() : Optional.of(dockerfile.located(Values.string(dockerfile))),
                map.get("dockerfile_inline") != null,
                target == null ? Optional.empty() : Optional.ofNullable(target.known()),
                map.get("additional_contexts") != null,
                args(map));
    }

    private static Located<Value<String>> here(Node node) {
        return node.located(new Value.Literal<>(HERE, HERE));
    }

    private static Map<String, String> args(MapNode build) {
        Map<String, String> args = new HashMap<>();
        Node section = build.get("args");
        if (section == null) {
            return args;
        }
        for (Map.Entry<String, Entry> arg :
                ListKeys.asMapping(section).entries().entrySet()) {
            String value =
                    arg.getValue().value() instanceof ScalarNode scalar && !scalar.isNull() ? scalar.known() : null;
            if (value != null) {
                args.put(arg.getKey(), value);
            }
        }
        return args;
    }
}
