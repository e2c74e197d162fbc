package dev.plimsoll.compose.check;

import dev.plimsoll.compose.read.VolumeReader;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import java.util.HashMap;
import java.util.Map;

/**
 * Volumes of one list with the same target. Compose keeps the last. It takes the target of the long form for a key as it is
 * spelled and that of the short form cleaned; where the two differ, the versions since compose-go 2.6.2 refuse the project.
 * Looked for in each document by itself, since a later file may well replace a volume of an earlier one.
 */
public final class RepeatedTargets {
    private static final String RULE = "volume-repeated-target";

    private final LoadLog log;

    /** Checks that tell a log what they find. */
    public RepeatedTargets(LoadLog log) {
        this.log = log;
    }

    /** Looks at one document, before it is merged with others. */
    public void check(MapNode document) {
        MapNode services = document.map("services");
        if (services == null) {
            return;
        }
        for (Map.Entry<String, Node.Entry> service : services.entries().entrySet()) {
            if (service.getValue().value() instanceof MapNode map && map.get("volumes") instanceof ListNode list) {
                check(service.getKey(), list);
            }
        }
    }

    private void check(String service, ListNode volumes) {
        if (volumes.items().size() < 2) {
            return;
        }
        Map<String, Mount> byTarget = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (Node item : volumes.items()) {
            Mount mount = VolumeReader.read(item);
            if (mount.path().isEmpty() || mount instanceof TmpfsMount) {
                continue;
            }
            String path = mount.path().get().value();
            Mount earlier = byTarget.put(path, mount);
            String key = item instanceof MapNode ? mount.target().value().raw() : path;
            String earlierKey = keys.put(path, key);
            if (earlier != null && !isSame(earlier, mount)) {
                String target = mount.target().value().raw();
                log.find(
                        RULE,
                        Finding.at(mount.target().at())
                                .container(service)
                                .evidence(target)
                                .label(earlier.target().shown(), "this one is lost")
                                .help("give one of them another path, or take it out")
                                .says("two volumes of \"" + service + "\" have the target " + target
                                        + (key.equals(earlierKey)
                                                ? ": Compose silently mounts only the last"
                                                : " in two spellings: Compose 2.40 refuses to load the project, older versions"
                                                        + " mount only the last")));
            }
        }
    }

    private static boolean isSame(Mount one, Mount other) {
        return one.declared().at().text().equals(other.declared().at().text());
    }
}
