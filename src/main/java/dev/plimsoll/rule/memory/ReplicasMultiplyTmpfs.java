package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.CountedTmpfs;
import java.util.List;

/** Each replica has tmpfs mounts of its own. */
public final class ReplicasMultiplyTmpfs implements ContainerRule {
    private final ByteSize minimum;

    /**
     * A rule with its bound.
     *
     * @param minimum the least sum of the tmpfs sizes of one replica that is worth a word
     */
    public ReplicasMultiplyTmpfs(ByteSize minimum) {
        this.minimum = minimum;
    }

    @Override
    public String id() {
        return "replicas-multiply-tmpfs";
    }

    @Override
    public List<Finding> check(Container container) {
        Integer replicas = container.replicas().orNull();
        if (replicas == null || replicas < 2) {
            return List.of();
        }
        TmpfsTotal total = TmpfsTotal.of(container).withoutShm();
        if (total.mounts().isEmpty() || minimum.exceeds(total.bytes())) {
            return List.of();
        }
        return List.of(CountedTmpfs.at(container, total)
                .evidence("replicas")
                .label(container.replicas(), "the number of replicas")
                .help("plan " + total.bytes().times(replicas) + " of memory for them, or make the mounts smaller")
                .says(replicas + " replicas of \"" + container.name().value() + "\" each have " + total.bytes()
                        + " of tmpfs of their own, " + total.bytes().times(replicas) + " together"));
    }
}
