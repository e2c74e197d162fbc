package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ResetNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Dependency.Reason;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service's references to other services and to what the project declares. */
public final class RelationsReader {
    private static final String SERVICE = "service:";

    private final MapNode service;

    /** A reader of one service. */
    public RelationsReader(MapNode service) {
        this.service = service;
    }

    /** Its references to other services, in whatever key. */
    public List<Dependency> dependencies() {
        List<Dependency> found = new ArrayList<>();
        dependsOn(found);
        for (ScalarNode link : scalars(service.get("links"))) {
            add(link, upToColon(link.known()), Reason.LINKS, found);
        }
        for (ScalarNode from : scalars(service.get("volumes_from"))) {
            add(from, isElsewhere(from) ? null : upToColon(from.known()), Reason.VOLUMES_FROM, found);
        }
        namespace("network_mode", Reason.NETWORK_MODE, found);
        namespace("ipc", Reason.IPC, found);
        namespace("pid", Reason.PID, found);
        namespace("uts", Reason.UTS, found);
        return found;
    }

    /** Whom it takes volumes from that is not a service here, or that nobody knows. */
    List<ScalarNode> unseenVolumes() {
        List<ScalarNode> unseen = new ArrayList<>(0);
        for (ScalarNode from : scalars(service.get("volumes_from"))) {
            if (isElsewhere(from)) {
                unseen.add(from);
            }
        }
        return unseen;
    }

    private static boolean isElsewhere(ScalarNode from) {
        String known = from.known();
        return known == null || known.startsWith("container:");
    }

    private void dependsOn(List<Dependency> found) {
        Node node = service.get("depends_on");
        if (node instanceof MapNode map) {
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                if (entry.getValue().value() instanceof ResetNode) {
                    continue;
                }
                MapNode settings = entry.getValue().value() instanceof MapNode written ? written : null;
                ScalarNode condition = settings == null ? null : settings.scalar("condition");
                ScalarNode required = settings == null ? null : settings.scalar("required");
                Located<String> name = new Located<>(
                        entry.getKey(),
                        entry.getValue().key().location(),
                        entry.getValue().value().through());
                found.add(new Dependency(
                        name,
                        Reason.DEPENDS_ON,
                        condition == null ? Optional.empty() : Optional.ofNullable(condition.known()),
                        required == null || !isFalse(required)));
            }
        }
        for (ScalarNode name : node instanceof MapNode ? List.<ScalarNode>of() : scalars(node)) {
            add(name, name.known(), Reason.DEPENDS_ON, found);
        }
    }

    private static boolean isFalse(ScalarNode scalar) {
        return "false".equalsIgnoreCase(scalar.known());
    }

    private void namespace(String key, Reason reason, List<Dependency> found) {
        ScalarNode mode = service.scalar(key);
        String known = mode == null ? null : mode.known();
        if (mode != null && known != null && known.startsWith(SERVICE)) {
            add(mode, known.substring(SERVICE.length()), reason, found);
        }
    }

    private static void add(ScalarNode place, @Nullable String name, Reason reason, List<Dependency> found) {
        if (name != null) {
            found.add(new Dependency(place.located(name), reason, Optional.empty(), true));
        }
    }

    private static @Nullable String upToColon(@Nullable String text) {
        return text == null || text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':'));
    }

    /** Its references to networks, volumes, secrets, configs, and models. */
    public List<ResourceUse> uses() {
        List<ResourceUse> uses = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind == ResourceKind.VOLUME) {
                uses.addAll(volumes());
            } else {
                named(kind, service.get(kind.key()), uses);
            }
        }
        MapNode build = service.map("build");
        named(ResourceKind.SECRET, build == null ? null : build.get(ResourceKind.SECRET.key()), uses);
        return uses;
    }

    private void named(ResourceKind kind, @Nullable Node node, List<ResourceUse> uses) {
        if (node instanceof MapNode map) {
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                if (entry.getValue().value() instanceof ResetNode) {
                    continue;
                }
                YamlScalar key = entry.getValue().key();
                uses.add(new ResourceUse(
                        kind,
                        new Located<>(
                                Value.string(key.text(), List.of()),
                                key.location(),
                                entry.getValue().value().through())));
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                ScalarNode name =
                        item instanceof MapNode map ? map.scalar("source") : item instanceof ScalarNode s ? s : null;
                if (name != null) {
                    uses.add(new ResourceUse(kind, name.located(Values.string(name))));
                }
            }
        }
    }

    /** The names of the volumes that services of several documents mount, each read by itself; none for a single one. */
    public static Set<String> volumesOfEach(List<MapNode> documents) {
        Set<String> names = new HashSet<>();
        for (MapNode document : documents.size() < 2 ? List.<MapNode>of() : documents) {
            MapNode services = document.map("services");
            for (Entry service :
                    services == null ? List.<Entry>of() : services.entries().values()) {
                if (service.value() instanceof MapNode map) {
                    for (ResourceUse use : new RelationsReader(map).volumes()) {
                        names.add(use.name().value().known().orElse(""));
                    }
                }
            }
        }
        return names;
    }

    /** Its references to volumes alone. */
    private List<ResourceUse> volumes() {
        List<ResourceUse> uses = new ArrayList<>();
        for (Mount mount : VolumeReader.all(service.get("volumes"))) {
            if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
                uses.add(new ResourceUse(ResourceKind.VOLUME, volume.source().get()));
            }
        }
        return uses;
    }

    private static List<ScalarNode> scalars(@Nullable Node node) {
        List<ScalarNode> scalars = new ArrayList<>();
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar && !scalar.isNull()) {
                    scalars.add(scalar);
                }
            }
        }
        return scalars;
    }
}
