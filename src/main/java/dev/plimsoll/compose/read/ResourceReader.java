package dev.plimsoll.compose.read;

import dev.plimsoll.compose.edit.ResourceWriter;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections at the top that declare networks, volumes, secrets, configs and models. */
public final class ResourceReader {
    private final List<Resource> resources = new ArrayList<>();

    /** The declarations that were read. */
    public List<Resource> resources() {
        return resources;
    }

    /** Reads the sections of a document. */
    public void read(MapNode root) {
        for (ResourceKind kind : ResourceKind.values()) {
            MapNode section = root.map(kind.key());
            if (section == null) {
                continue;
            }
            for (Map.Entry<String, Entry> entry : section.entries().entrySet()) {
                if (entry.getValue().value() instanceof ResetNode) {
                    continue;
                }
                resources.add(resource(root, kind, entry.getKey(), entry.getValue()));
            }
        }
    }

    private static Resource resource(MapNode root, ResourceKind kind, String name, Entry entry) {
        MapNode map = entry.value() instanceof MapNode found ? found : null;
        List<Located<String>> settings = new ArrayList<>();
        if (map != null) {
            for (Map.Entry<String, Entry> setting : map.entries().entrySet()) {
                if (!setting.getKey().startsWith("x-") && !(setting.getValue().value() instanceof ResetNode)) {
                    settings.add(new Located<>(
                            setting.getKey(),
                            setting.getValue().key().location(),
                            setting.getValue().value().through()));
                }
            }
        }
        return new Resource(
                kind,
                Located.of(name, entry.key().location()),
                external(map),
                settings,
                driver(map),
                driverOptions(map),
                new ResourceWriter(root, kind, name));
    }

    private static Optional<Located<Value<String>>> driver(@Nullable MapNode map) {
        ScalarNode driver = map == null ? null : map.scalar("driver");
        return driver == null || driver.isNull()
                ? Optional.empty()
                : Optional.of(driver.located(Values.string(driver)));
    }

    private static List<Resource.DriverOption> driverOptions(@Nullable MapNode map) {
        MapNode opts = map == null ? null : map.map("driver_opts");
        if (opts == null) {
            return List.of();
        }
        List<Resource.DriverOption> options = new ArrayList<>();
        for (Map.Entry<String, Entry> option : opts.entries().entrySet()) {
            if (option.getValue().value() instanceof ScalarNode scalar) {
                options.add(new Resource.DriverOption(
                        Located.of(option.getKey(), option.getValue().key().location()),
                        scalar.located(Values.string(scalar))));
            }
        }
        return options;
    }

    /** A declared volume as far as mounts need it. */
    static NamedVolume volume(Entry entry) {
        MapNode map = entry.value() instanceof MapNode found ? found : null;
        return new NamedVolume(
                Located.of(entry.key().value(), entry.key().location()), isExternal(map), isTmpfs(map), entry.value());
    }

    private static boolean isExternal(@Nullable MapNode map) {
        Optional<Value<Boolean>> external = external(map);
        return external.isPresent() && external.get().known().orElse(false);
    }

    /** What a map says is external too: it gives the name under which the resource is known elsewhere. */
    private static Optional<Value<Boolean>> external(@Nullable MapNode map) {
        Node external = map == null ? null : map.get("external");
        if (external instanceof ScalarNode scalar) {
            return Optional.of(Values.flag(scalar));
        }
        return external instanceof MapNode ? Optional.of(new Value.Literal<>(true, "external")) : Optional.empty();
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
