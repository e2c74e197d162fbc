package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** A word behind a volume that nothing looks at. Source: compose-go format/volume.go. */
public final class VolumeUnknownOption implements ContainerRule {
    @Override
    public String id() {
        return "volume-unknown-option";
    }

    @Override
    public List<Finding> check(Container container) {
        // podman has options of its own
        if (container.dialect() == Container.Dialect.PODMAN) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            for (Located<String> option : options(mount)) {
                if (!VolumeOptions.isKnown(option.value()) && !option.value().isEmpty()) {
                    findings.add(finding(container, mount, option));
                }
            }
        }
        return findings;
    }

    private static List<Located<String>> options(Mount mount) {
        if (mount instanceof VolumeMount volume) {
            return volume.options();
        }
        return mount instanceof BindMount bind ? bind.options() : List.of();
    }

    private static Finding finding(Container container, Mount mount, Located<String> option) {
        return FindingDraft.at(container, option)
                .evidence(mount.target().value().raw() + " " + Located.quoted(option))
                .change("leave it out", Safety.UNSAFE, new Change.RemoveMountOption(mount, option))
                .says("volume option \"" + Located.quoted(option) + "\" of \""
                        + container.name().value() + "\" " + consequence(container, option.value()));
    }

    private static String consequence(Container container, String option) {
        if (VolumeOptions.isObsolete(option)) {
            return "is obsolete: nothing has looked at it since Docker Desktop 4.6";
        }
        return container.dialect() == Container.Dialect.COMPOSE
                ? "is none that Compose knows: it is passed over without a word"
                : "is none that the engine knows: it refuses to create the container";
    }
}
