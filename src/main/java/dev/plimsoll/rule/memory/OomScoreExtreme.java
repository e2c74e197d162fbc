package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that the kernel spares while it kills all others. */
public final class OomScoreExtreme implements ContainerRule {
    /** From here down hardly a process of the host is chosen later. */
    private static final int EXTREME = -900;

    @Override
    public String id() {
        return "oom-score-extreme";
    }

    @Override
    public List<Finding> check(Container container) {
        Integer score = container.memory().tuning().oomScoreAdjust().orNull();
        if (score == null || score > EXTREME) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().tuning().oomScoreAdjust())
                .help("leave it out, and limit the memory of the containers that grow")
                .says("oom_score_adj " + score + " of \"" + container.name().value()
                        + "\" spares it when the host runs out of memory: the kernel kills other containers, or the"
                        + " engine, instead"));
    }
}
