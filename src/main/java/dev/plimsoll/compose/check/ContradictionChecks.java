package dev.plimsoll.compose.check;

import dev.plimsoll.compose.tree.ListKeys;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Map;

/** Keys that the schema takes one by one and Compose refuses together. Source: compose-go loader/validate.go, validation. */
final class ContradictionChecks {
    private static final String RULE = "schema";
    private static final String SERVICE = "service:";
    private static final String EXTENSION = "x-";

    private final LoadLog log;

    ContradictionChecks(LoadLog log) {
        this.log = log;
    }

    /** Looks at a service; {@code services} are all of them. */
    void check(MapNode service, MapNode services) {
        devices(service);
        watch(service);
        contexts(service, services);
        networks(service);
    }

    /** Among the networks of a service a name like an extension's is one, and Compose then misses the network #extensions. */
    private void networks(MapNode service) {
        Node networks = service.get("networks");
        for (Map.Entry<String, Entry> network : networks == null
                ? Map.<String, Entry>of().entrySet()
                : ListKeys.asMapping(networks, "networks").entries().entrySet()) {
            if (network.getKey().startsWith(EXTENSION)) {
                find(
                        network.getValue().key().location(),
                        network.getKey(),
                        "no service can use the network \"" + network.getKey()
                                + "\": Compose takes a name that begins with x- for an extension");
            }
        }
    }

    /** Looks at the sections at the top that declare what services use. */
    void resources(MapNode root) {
        for (String section : List.of("volumes", "networks", "secrets", "configs")) {
            MapNode map = root.map(section);
            for (Entry entry : map == null ? List.<Entry>of() : map.entries().values()) {
                externalName(entry);
            }
        }
    }

    private void devices(MapNode service) {
        MapNode reservations = service.mapAt("deploy", "resources", "reservations");
        if (reservations != null) {
            devices(reservations.items("devices"));
        }
        devices(service.items("gpus"));
    }

    private void devices(List<Node> devices) {
        for (Node item : devices) {
            if (item instanceof MapNode device && device.get("count") != null && device.get("device_ids") != null) {
                find(device.at(), "device_ids", "a device is chosen by count or by device_ids, not by both");
            }
        }
    }

    private void watch(MapNode service) {
        MapNode develop = service.map("develop");
        for (Node item : develop == null ? List.<Node>of() : develop.items("watch")) {
            if (!(item instanceof MapNode rule) || hasTarget(rule)) {
                continue;
            }
            ScalarNode action = rule.scalar("action");
            String known = action == null ? null : action.known();
            if (action != null && known != null && known.startsWith("sync")) {
                find(
                        action.at(),
                        "watch",
                        "a watch with the action " + action.text().shown() + " must have a target");
            }
        }
    }

    private static boolean hasTarget(MapNode rule) {
        ScalarNode target = rule.scalar("target");
        return rule.get("target") != null && (target == null || !"".equals(target.known()));
    }

    private void contexts(MapNode service, MapNode services) {
        MapNode build = service.map("build");
        Node contexts = build == null ? null : build.get("additional_contexts");
        if (contexts == null || log.isPartial()) {
            return;
        }
        for (Map.Entry<String, Entry> context :
                ListKeys.asMapping(contexts, "additional_contexts").entries().entrySet()) {
            Node value = context.getValue().value();
            String known = value instanceof ScalarNode scalar ? scalar.known() : null;
            if (known != null
                    && known.startsWith(SERVICE)
                    && services.entry(known.substring(SERVICE.length())) == null) {
                String shown = ((ScalarNode) value).text().shown();
                String name = shown.startsWith(SERVICE) ? shown.substring(SERVICE.length()) : shown;
                find(
                        value.at(),
                        shown,
                        "there is no service \"" + name + "\" to build from"
                                + DidYouMean.hint(name, services.entries().keySet()));
            }
        }
    }

    private void externalName(Entry entry) {
        if (!(entry.value() instanceof MapNode map)) {
            return;
        }
        MapNode external = map.map("external");
        ScalarNode name = map.scalar("name");
        ScalarNode other = external == null ? null : external.scalar("name");
        String known = name == null ? null : name.known();
        String otherKnown = other == null ? null : other.known();
        if (other != null && known != null && otherKnown != null && !known.equals(otherKnown)) {
            find(other.at(), "external.name", "name and external.name say different things");
        }
    }

    private void find(Location at, String evidence, String message) {
        log.find(RULE, at, evidence, message);
    }
}
