package dev.plimsoll.compose.check;

import dev.plimsoll.compose.read.VolumeReader;
import dev.plimsoll.compose.tree.Merger;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Volumes of one list with the same target. Compose keeps the last of those that are spelled alike, then the last of those
 * that come to the same. It takes the target of the long form for a key as it is
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
        // made at the first that is repeated: for each one anew it would take the square of the time
        Map<String, Mount> lasts = Map.of();
        Map<String, Mount> kepts = Map.of();
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
                if (lasts.isEmpty()) {
                    lasts = lasts(volumes);
                    kepts = lasts(Merger.unify(volumes, "volumes"));
                }
                Mount kept = Objects.requireNonNull(kepts.get(path));
                boolean earlierStays = kept.handle() == earlier.handle();
                boolean lastStays =
                        kept.handle() == Objects.requireNonNull(lasts.get(path)).handle();
                String outcome = !key.equals(earlierKey)
                        ? " in two spellings: Compose 2.40 refuses to load the project, older versions mount only the last"
                        : ": Compose silently mounts only " + (lastStays ? "the last" : "that of line " + line(kept));
                log.find(
                        RULE,
                        Finding.at(mount.target().at())
                                .container(service)
                                .evidence(target)
                                .label(earlier.target().shown(), "this one " + (earlierStays ? "stays" : "is lost"))
                                .help("give one of them another path, or take it out")
                                .says("two volumes of \"" + service + "\" have the target " + target + outcome));
            }
        }
    }

    private static int line(Mount mount) {
        return mount.target().at().start().line();
    }

    /** The last volume of a list at each path. */
    private static Map<String, Mount> lasts(ListNode volumes) {
        Map<String, Mount> lasts = new HashMap<>();
        for (Node item : volumes.items()) {
            Mount mount = VolumeReader.read(item);
            if (mount.path().isPresent()) {
                lasts.put(mount.path().get().value(), mount);
            }
        }
        return lasts;
    }

    private static boolean isSame(Mount one, Mount other) {
        return one.declared().at().text().equals(other.declared().at().text());
    }
}
