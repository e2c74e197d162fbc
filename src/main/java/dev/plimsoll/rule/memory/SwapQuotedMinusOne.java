package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** An unlimited swap that most versions of Compose do not load. */
public final class SwapQuotedMinusOne implements ContainerRule {
    @Override
    public String id() {
        return "swap-quoted-minus-one";
    }

    @Override
    public List<Finding> check(Container container) {
        SwapLimit swap = container.memory().swap().orNull();
        if (swap == null || !swap.quoted()) {
            return List.of();
        }
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, container.memory().swap());
        boolean variable = container.memory().swap().place().text().indexOf('$') >= 0;
        if (variable) {
            finding.help("write the number -1 instead: a variable always gives a string, with or without quotes");
        } else {
            finding.change("write -1 without quotes", Safety.SAFE, new Change.UnquoteSwapLimit());
        }
        return List.of(finding.says("swap limit \"-1\" of \"" + container.name().value() + "\" is a string"
                + (variable ? ", as it comes from a variable" : "")
                + ": Docker Compose before 2026-04 refuses to load it"));
    }
}
