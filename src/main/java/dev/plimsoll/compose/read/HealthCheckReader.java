package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Missing;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;

/** A service's {@code healthcheck}. */
final class HealthCheckReader {
    private final MapNode service;
    private final Missing missing;
    private final boolean partial;

    HealthCheckReader(MapNode service, Missing missing, boolean partial) {
        this.service = service;
        this.missing = missing;
        this.partial = partial;
    }

    Field<HealthCheck> read() {
        Entry entry = service.entry("healthcheck");
        if (entry == null || !(entry.value() instanceof MapNode map)) {
            return missing.field(partial || entry != null);
        }
        List<Located<Value<String>>> words = new ArrayList<>();
        if (map.get("test") instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    words.add(scalar.located(Values.string(scalar)));
                }
            }
        }
        boolean none =
                !words.isEmpty() && words.get(0).value().known().orElse("").equals("NONE");
        HealthCheck check = new HealthCheck(none || Values.isTrue(map.scalar("disable")), words);
        return Values.present(entry, new Value.Literal<>(check, map.at().text()));
    }
}
