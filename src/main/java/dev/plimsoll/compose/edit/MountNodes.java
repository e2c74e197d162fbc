package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes that declare a service's mounts. */
final class MountNodes {
    /** The keys under which a service declares mounts. */
    static final List<String> KEYS = List.of("tmpfs", "volumes");

    private final MapNode service;
    private final MapNode root;

    MountNodes(MapNode service, MapNode root) {
        this.service = service;
        this.root = root;
    }

    /** The scalar that holds a short declaration or a volume's {@code o}. */
    ScalarNode scalarOf(TmpfsMount mount) throws Refused {
        if (mount.target().value().raw().isEmpty()) {
            throw new Refused("there is no path to mount it at");
        }
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            ScalarNode o = driverOpts(mount).scalar("o");
            if (o != null) {
                return o;
            }
        } else if (nodeOf(mount) instanceof ScalarNode scalar) {
            return scalar;
        }
        throw Refused.uneditable();
    }

    /** The options of the volume that a tmpfs backs. */
    MapNode driverOpts(TmpfsMount mount) throws Refused {
        MapNode volumes = root.map("volumes");
        MapNode volume = volumes == null || mount.volume().isEmpty()
                ? null
                : volumes.map(mount.volume().get().name());
        MapNode opts = volume == null ? null : volume.map("driver_opts");
        if (opts == null) {
            throw new Refused("the volume is declared in a way that cannot be edited");
        }
        return opts;
    }

    /** The node that declares a mount of this service. */
    @Nullable
    Node nodeOf(Mount mount) {
        for (String key : KEYS) {
            Node node = service.get(key);
            Node found =
                    node instanceof ListNode list ? itemOf(list, mount) : node != null && is(node, mount) ? node : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The item of a list that declares a mount, also one that a later item replaced; null if none does. */
    static @Nullable Node itemOf(ListNode list, Mount mount) {
        for (Node item : list.items()) {
            if (is(item, mount)) {
                return item;
            }
        }
        for (Node item : list.replaced()) {
            if (is(item, mount)) {
                return item;
            }
        }
        return null;
    }

    /** Whether a node declares a mount. */
    static boolean is(Node node, Mount mount) {
        return node.at().equals(mount.declared().at())
                && node.origin().through().equals(mount.declared().through());
    }
}
