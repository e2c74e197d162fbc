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
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, option)
                .evidence(mount.target().value().raw() + " " + Located.quoted(option));
        boolean meantReadOnly = isReadOnly(option.value()) && !has(mount, "ro");
        if (meantReadOnly && has(mount, "rw")) {
            finding.help("write ro in place of it and of rw");
        } else if (meantReadOnly) {
            finding.change("write ro", Safety.UNSAFE, new Change.ReplaceMountOption(mount, option, "ro"));
        } else {
            finding.change("leave it out", Safety.UNSAFE, new Change.ReplaceMountOption(mount, option, ""));
        }
        return finding.says(message(container, option, meantReadOnly));
    }

    /** Whether a word is what other settings call read-only. */
    private static boolean isReadOnly(String option) {
        return option.equals("readonly") || option.equals("read-only") || option.equals("read_only");
    }

    private static boolean has(Mount mount, String word) {
        for (Located<String> option : options(mount)) {
            if (option.value().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Container container, Located<String> option, boolean meantReadOnly) {
        String subject = "the volume option \"" + Located.quoted(option) + "\" of \""
                + container.name().value() + "\"";
        if (VolumeOptions.isObsolete(option.value())) {
            return subject + " is obsolete: nothing has looked at it since Docker Desktop 4.6";
        }
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return subject + " is not one that the engine knows: it refuses to create the container";
        }
        return "Compose silently ignores " + subject + (meantReadOnly ? ": the volume is writable" : "");
    }
}
