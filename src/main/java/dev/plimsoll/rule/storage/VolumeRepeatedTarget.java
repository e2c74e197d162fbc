package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;
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
        for (int i = 1; i < mounts.size(); i++) {
            Mount earlier = earlier(mounts, i);
            if (earlier != null) {
                findings.add(ContainerFinding.at(container, mounts.get(i).target())
                        .evidence(mounts.get(i).target().value().raw())
                        .label(earlier.target().shown(), "and here")
                        .help("give one of them another path")
                        .says("two mounts of \"" + container.name().value() + "\" have the target "
                                + mounts.get(i).target().value().raw()
                                + ": the engine refuses to create the container"));
            }
        }
        return findings;
    }

    private static @Nullable Mount earlier(List<Mount> mounts, int index) {
        ContainerPath target = mounts.get(index).path().orElse(null);
        if (target == null || mounts.get(index) instanceof TmpfsMount) {
            return null;
        }
        for (Mount other : mounts.subList(0, index)) {
            boolean same = other.path().isPresent() && other.path().get().equals(target);
            if (same
                    && !(other instanceof TmpfsMount)
                    && !other.declared()
                            .value()
                            .equals(mounts.get(index).declared().value())) {
                return other;
            }
        }
        return null;
    }
}
