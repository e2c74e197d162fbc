package dev.plimsoll.compose.check;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ProcessLimits;
import dev.plimsoll.source.Location;
import java.util.Map;
import java.util.OptionalLong;
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
            OptionalLong low = number(soft);
            OptionalLong high = number(pair == null ? null : pair.scalar("hard"));
            if (soft != null
                    && low.isPresent()
                    && high.isPresent()
                    && ProcessLimits.isAbove(low.getAsLong(), high.getAsLong())) {
                find(
                        soft.at(),
                        name,
                        "raise the hard limit, or lower the soft one",
                        "the soft limit of " + name + ", " + low.getAsLong() + ", is above its hard limit, "
                                + high.getAsLong()
                                + ": the engine does not start \"" + service + "\"");
            }
        }
    }

    private void find(Location at, String evidence, String help, String message) {
        log.find(RULE, Finding.at(at).evidence(evidence).help(help).says(message));
    }

    private static OptionalLong number(@Nullable ScalarNode scalar) {
        return scalar == null || scalar.known() == null ? OptionalLong.empty() : Values.integer(scalar);
    }
}
