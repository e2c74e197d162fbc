package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tmpfs mounts of the builds of a project, each once however many services are built from one Dockerfile. */
final class BuildMounts {
    private BuildMounts() {}

    /**
     * A mount.
     *
     * @param container the first one that is built so
     * @param mount the mount
     */
    record Mounted(Container container, BuildTmpfs mount) {}

    /** The mounts in order of the services, then of writing. */
    static List<Mounted> of(Project project) {
        List<Mounted> found = new ArrayList<>(0);
        Set<Location> seen = null;
        // services that build the same image have the same list
        List<BuildTmpfs> last = List.of();
        for (Container container : project.containers()) {
            if (!container.build().isPresent()) {
                continue;
            }
            List<BuildTmpfs> mounts = container.built().tmpfs();
            if (mounts == last) {
                continue;
            }
            last = mounts;
            for (BuildTmpfs mount : mounts) {
                seen = seen == null ? new HashSet<>() : seen;
                if (seen.add(mount.at())) {
                    found.add(new Mounted(container, mount));
                }
            }
        }
        return found;
    }
}
