package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tmpfs mounts of the builds of a project, each once however many services are built from one Dockerfile. */
final class BuildMounts {
    private BuildMounts() {}

    /**
     * A mount.
     *
     * @param container the first one that is built so; null in a Dockerfile that was read for itself
     * @param mount the mount
     */
    record Mounted(@Nullable Container container, BuildTmpfs mount) {
        /** A finding at the whole mount. */
        Finding.Builder finding() {
            Finding.Builder finding = Finding.at(mount.at());
            return container == null
                    ? finding
                    : finding.container(container.name().value());
        }

        /** A finding at one of its options. */
        FindingDraft<Change.OfBuild> finding(Located<?> option) {
            FindingDraft<Change.OfBuild> finding = FindingDraft.at(mount, option);
            return container == null
                    ? finding
                    : finding.container(container.name().value());
        }
    }

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
        for (BuildTmpfs mount : project.builds()) {
            found.add(new Mounted(null, mount));
        }
        return found;
    }
}
