package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.LimitPair;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** A limit in two places that do not say the same. Source: compose-go loader/validate.go. */
public final class MemoryLimitConflict implements ContainerRule {
    @Override
    public String id() {
        return "memory-limit-conflict";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (LimitPair pair : container.relations().limitPairs()) {
            if (!pair.agree()) {
                findings.add(pair.deployed().isPresent() ? differ(container, pair) : lacking(container, pair));
            }
        }
        return findings;
    }

    private static Finding differ(Container container, LimitPair pair) {
        return FindingDraft.at(container, pair.own())
                .evidence(pair.key())
                .label(pair.deployed(), "the other value")
                .help("write the same value in both places, or in one of them only")
                .says(pair.key() + " " + pair.own().raw() + " of \""
                        + container.name().value() + "\" differs from its " + pair.deployKey() + " "
                        + pair.deployed().raw() + ": Docker refuses to load the project");
    }

    private static Finding lacking(Container container, LimitPair pair) {
        String path = pair.deployKey();
        int dot = path.lastIndexOf('.');
        return FindingDraft.at(container, pair.own())
                .evidence(pair.key())
                .label(pair.block(), "without " + path.substring(dot + 1))
                .change(
                        "write it into " + path.substring(0, dot) + " too",
                        Safety.SAFE,
                        new Change.CopyLimitIntoDeploy(pair))
                .says(pair.key() + " " + pair.own().raw() + " of \""
                        + container.name().value() + "\" is set beside " + path.substring(0, dot) + " without "
                        + path.substring(dot + 1) + ", which counts as 0: Docker refuses to load the project");
    }
}
