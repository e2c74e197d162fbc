package dev.plimsoll.rule;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A place of a project that declares a tmpfs: a mount of a container's own, or a tmpfs-backed volume.
 *
 * @param container the container that mounts it; for a volume the first one that does
 * @param mount the mount
 * @param sums what the mounts of containers come to, shared by all declarations of a project
 */
public record DeclaredTmpfs(Container container, TmpfsMount mount, TmpfsSums sums) {
    /** The declarations in order of writing, each volume once. */
    public static List<DeclaredTmpfs> of(Project project) {
        List<DeclaredTmpfs> found = new ArrayList<>();
        Set<String> volumes = new HashSet<>();
        TmpfsSums sums = null;
        for (Container container : project.containers()) {
            for (TmpfsMount mount : container.tmpfsMounts()) {
                NamedVolume volume = mount.volume().orElse(null);
                sums = sums == null ? new TmpfsSums() : sums;
                if (volume == null || volumes.add(volume.name())) {
                    found.add(new DeclaredTmpfs(container, mount, sums));
                }
            }
        }
        return found;
    }

    /** The path as written, which tells the mount from others of its container. */
    public String target() {
        return mount.target().value().raw();
    }

    /** A finding at the mount's declaration. */
    public FindingDraft<Change.OfContainer> finding() {
        return FindingDraft.at(container, mount.declared()).evidence(target());
    }
}
