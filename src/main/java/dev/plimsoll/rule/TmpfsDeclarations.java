package dev.plimsoll.rule;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places of a project that declare a tmpfs: every container's own, and each tmpfs-backed volume once. */
public final class TmpfsDeclarations {
    private TmpfsDeclarations() {}

    /**
     * A declaration.
     *
     * @param container the container that mounts it; for a volume the first one that does
     * @param mount the mount
     */
    public record Declared(Container container, TmpfsMount mount) {}

    /** The declarations in order of writing. */
    public static List<Declared> of(Project project) {
        List<Declared> found = new ArrayList<>();
        Set<String> volumes = new HashSet<>();
        for (Container container : project.containers()) {
            for (TmpfsMount mount : container.tmpfsMounts()) {
                NamedVolume volume = mount.volume().orElse(null);
                if (volume == null || volumes.add(volume.name())) {
                    found.add(new Declared(container, mount));
                }
            }
        }
        return found;
    }
}
