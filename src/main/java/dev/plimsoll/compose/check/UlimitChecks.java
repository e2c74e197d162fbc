package dev.plimsoll.compose.check;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ProcessLimits;
import dev.plimsoll.source.Location;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits of processes that Compose hands on and the runtime refuses. Source: testdata/engine/ulimit-invalid. */
final class UlimitChecks {
    private static final String RULE = "ulimit-invalid";

    private final LoadLog log;

    UlimitChecks(LoadLog log) {
        this.log = log;
    }

    /** Looks at the limits of a service. */
    void check(String service, MapNode ulimits) {
        for (Map.Entry<String, Entry> limit : ulimits.entries().entrySet()) {
            String name = limit.getKey();
            if (!ProcessLimits.isNameOfRuntime(name)) {
                find(
                        limit.getValue().key().location(),
                        name,
                        "use a name such as nofile, nproc or memlock",
                        "\"" + name + "\" is not a process limit: the engine does not start \"" + service + "\"");
                continue;
            }
            Node value = limit.getValue().value();
            MapNode pair = value instanceof MapNode map ? map : null;
            ScalarNode soft = pair == null ? null : pair.scalar("soft");
            ScalarNode hard = pair == null ? null : pair.scalar("hard");
            @Nullable Long low = number(soft);
            @Nullable Long high = number(hard);
            if (soft != null && low != null && high != null && ProcessLimits.isAbove(low, high)) {
                find(
                        soft.at(),
                        name,
                        "raise the hard limit, or lower the soft one",
                        "the soft limit of " + name + ", " + low + ", is above its hard limit, " + high
                                + ": the engine does not start \"" + service + "\"");
            }
        }
    }

    private void find(Location at, String evidence, String help, String message) {
        log.find(RULE, Finding.at(at).evidence(evidence).help(help).says(message));
    }

    private static @Nullable Long number(@Nullable ScalarNode scalar) {
        String known = scalar == null ? null : scalar.known();
        try {
            return known == null ? null : Long.valueOf(known);
        } catch (NumberFormatException e) {
            // the schema says so
            return null;
        }
    }
}
