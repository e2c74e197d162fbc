package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * A volume or a bind at a path that is not absolute: Compose loads it, and the engine refuses it. Of commands
 * run-invalid-value says so. Source: testdata/engine/volume-target-relative.
 */
public final class VolumeTargetRelative implements ContainerRule {
    @Override
    public String id() {
        return "volume-target-relative";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return findings;
        }
        for (Mount mount : container.mounts()) {
            String target = mount.target().value().known().orElse("");
            if (!(mount instanceof TmpfsMount) && isRelative(target)) {
                findings.add(FindingDraft.at(container, mount.target())
                        .evidence(mount.target().value().raw())
                        .help("write an absolute path, such as /srv/files")
                        .says("\"" + mount.target().value().raw() + "\", where \""
                                + container.name().value()
                                + "\" mounts a volume, is not an absolute path: Compose loads it, but the engine refuses to"
                                + " create the container"));
            }
        }
        return findings;
    }

    /** Whether it is a path without a root; one of Windows has a drive or backslashes. */
    private static boolean isRelative(String target) {
        return !target.isEmpty() && target.charAt(0) != '/' && target.indexOf(':') < 0 && target.indexOf('\\') < 0;
    }
}
