package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two mounts at one place, of which one is lost. */
public final class VolumeRepeatedTarget implements ContainerRule {
    @Override
    public String id() {
        return "volume-repeated-target";
    }

    /** Compose keeps the last of them, so that its reader makes these findings; the docker client hands all on. */
    @Override
    public List<Finding> check(Container container) {
        if (container.dialect() == Container.Dialect.COMPOSE) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        List<Mount> mounts = container.mounts();
        Map<ContainerPath, Mount> first = new HashMap<>();
        Map<ContainerPath, Mount> second = new HashMap<>();
        for (Mount mount : mounts) {
            Mount earlier = earlier(mount, first, second);
            if (earlier != null) {
                findings.add(FindingDraft.at(container, mount.target())
                        .evidence(mount.target().value().raw())
                        .label(earlier.target().shown(), "and here")
                        .help("give one of them another path")
                        .says("two mounts of \"" + container.name().value() + "\" have the target "
                                + mount.target().value().raw()
                                + ": the engine refuses to create the container"));
            }
        }
        return findings;
    }

    /**
     * The first mount with the same target that is written differently.
     *
     * @param first by target
     * @param second by target, the first that is written differently from the first of all
     */
    private static @Nullable Mount earlier(
            Mount mount, Map<ContainerPath, Mount> first, Map<ContainerPath, Mount> second) {
        ContainerPath target = mount.path().orElse(null);
        if (target == null || mount instanceof TmpfsMount) {
            return null;
        }
        Mount earliest = first.putIfAbsent(target, mount);
        if (earliest == null) {
            return null;
        }
        if (isSame(earliest, mount)) {
            return second.get(target);
        }
        second.putIfAbsent(target, mount);
        return earliest;
    }

    private static boolean isSame(Mount one, Mount other) {
        return one.declared().value().equals(other.declared().value());
    }
}
