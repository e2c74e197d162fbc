package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target that is no absolute path, or the root. Source: moby volume/mounts/linux_parser.go. */
public final class TmpfsBadTarget implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-bad-target";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            Optional<String> target = mount.target().value().known();
            String problem = mount.isOwn() && target.isPresent()
                    ? problem(target.get(), mount.target().value().raw())
                    : null;
            if (problem != null) {
                ContainerFinding finding = ContainerFinding.at(container, mount.declared())
                        .evidence(mount.target().value().raw())
                        .help("write the path from the root, such as /tmp");
                findings.add(finding.says(problem + ": the engine refuses to create \""
                        + container.name().value() + "\", though its configuration loads"));
            }
        }
        return findings;
    }

    private static @Nullable String problem(String target, String written) {
        if (target.isEmpty()) {
            return "a tmpfs has no path to be mounted at";
        }
        Optional<ContainerPath> path = ContainerPath.of(target);
        if (path.isEmpty()) {
            return "tmpfs path \"" + written + "\" is not absolute";
        }
        return path.get().value().equals("/") ? "a tmpfs cannot be mounted at /, the root" : null;
    }
}
