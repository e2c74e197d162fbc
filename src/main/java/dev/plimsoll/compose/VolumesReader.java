package dev.plimsoll.compose;

import dev.plimsoll.compose.Node.Entry;
import dev.plimsoll.compose.Node.MapNode;
import dev.plimsoll.compose.Node.ScalarNode;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.NamedVolume;
import org.jspecify.annotations.Nullable;

/** The top-level {@code volumes:}. */
final class VolumesReader {
    private VolumesReader() {}

    static NamedVolume read(Entry entry) {
        MapNode map = entry.value() instanceof MapNode found ? found : null;
        return new NamedVolume(Located.of(entry.key().value(), entry.key().location()), isExternal(map), isTmpfs(map));
    }

    private static boolean isExternal(@Nullable MapNode map) {
        Node external = map == null ? null : map.get("external");
        return external instanceof MapNode || (external instanceof ScalarNode scalar && !is(scalar, "false"));
    }

    private static boolean isTmpfs(@Nullable MapNode map) {
        if (map == null || isExternal(map)) {
            return false;
        }
        ScalarNode driver = map.scalar("driver");
        MapNode opts = map.map("driver_opts");
        ScalarNode type = opts == null ? null : opts.scalar("type");
        return type != null && is(type, "tmpfs") && (driver == null || is(driver, "local"));
    }

    private static boolean is(ScalarNode scalar, String value) {
        return value.equals(scalar.known());
    }
}
