package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A volume that is declared and that nobody mounts. */
public final class VolumeUnused implements ProjectRule {
    @Override
    public String id() {
        return "volume-unused";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Resource> declared = project.resources(ResourceKind.VOLUME);
        if (declared.isEmpty()
                || project.moreContainers()
                || project.containers().isEmpty()) {
            return List.of();
        }
        Set<String> used = new HashSet<>();
        for (Container container : project.containers()) {
            for (ResourceUse use : container.relations().uses()) {
                if (use.kind() == ResourceKind.VOLUME && !add(use, used)) {
                    return List.of();
                }
            }
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Resource volume : declared) {
            if (!volume.isExternal() && !used.contains(volume.name())) {
                findings.add(finding(volume));
            }
        }
        return findings;
    }

    /** False for a name that is not known: it may be any. */
    private static boolean add(ResourceUse use, Set<String> used) {
        String name = use.name().value().known().orElse(null);
        if (name != null) {
            used.add(name);
        }
        return name != null;
    }

    private static Finding finding(Resource volume) {
        return FindingDraft.at(volume)
                .change("delete it", Safety.UNSAFE, new Change.RemoveResource(volume))
                .says("volume \"" + volume.name() + "\" is declared but no service mounts it");
    }
}
