package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** Mounts that cross between host and container after the start. */
public final class VolumeSharedPropagation implements ContainerRule {
    @Override
    public String id() {
        return "volume-shared-propagation";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            if (mount instanceof BindMount bind) {
                for (Located<String> option : bind.options()) {
                    if (VolumeOptions.isSpreading(option.value())) {
                        findings.add(finding(container, bind, option));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, BindMount bind, Located<String> option) {
        boolean both = option.value().endsWith("shared");
        return FindingDraft.at(container, option)
                .evidence(bind.target().value().raw())
                .help("leave it out unless the container mounts for others")
                .says("propagation \"" + Located.quoted(option) + "\" of "
                        + bind.source().value().raw() + ": what is mounted below it on the host later appears in \""
                        + container.name().value() + "\""
                        + (both ? ", and what the container mounts appears on the host" : ""));
    }
}
