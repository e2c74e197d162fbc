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
            finding.help("write the number -1 in its place: what a variable gives is text, with and without quotes");
        } else {
            finding.change("write -1 without quotes", Safety.SAFE, new Change.UnquoteSwapLimit());
        }
        return List.of(finding.says("swap limit \"-1\" of \"" + container.name().value() + "\" is text"
                + (variable ? ", since a variable gives it" : "")
                + ": Docker Compose before 2026-04 refuses to load it"));
    }
}
