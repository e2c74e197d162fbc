package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
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
        MountedVolumes mounted = MountedVolumes.of(project);
        Set<String> meant = new HashSet<>();
        for (Undeclared undeclared : Undeclared.of(project, ResourceKind.VOLUME)) {
            Resource volume = mounted.certain(mounted.meantBy(undeclared.name().value()));
            if (volume != null) {
                // its use is misspelt, and volume-undeclared says so
                meant.add(volume.name());
            }
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Resource volume : declared) {
            if (!volume.isExternal() && mounted.isUnused(volume) && !meant.contains(volume.name())) {
                findings.add(finding(volume));
            }
        }
        return findings;
    }

    private static Finding finding(Resource volume) {
        return FindingDraft.at(volume)
                .change("delete it", Safety.UNSAFE, new Change.RemoveResource(volume))
                .says("volume \"" + volume.name() + "\" is declared but no service mounts it");
    }
}
