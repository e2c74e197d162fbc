package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A volume that is declared and that nobody mounts. */
public final class VolumeUnused implements ProjectRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public VolumeUnused(ImageCatalog images) {
        this.images = images;
    }

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
        List<Resource> unused = new ArrayList<>(0);
        for (Resource volume : declared) {
            if (!volume.isExternal() && mounted.isUnused(volume) && !meant.contains(volume.name())) {
                unused.add(volume);
            }
        }
        Container without = unused.isEmpty() ? null : withoutPlace(project);
        for (Resource volume : unused) {
            findings.add(finding(volume, without));
        }
        return findings;
    }

    /** A container whose data nothing holds, so that a volume that nobody mounts may be meant for it; null if there is none. */
    private @Nullable Container withoutPlace(Project project) {
        for (Container container : project.containers()) {
            KeptData kept = KeptData.of(container, images);
            DataPath held = kept == null ? null : kept.held(container).orElse(null);
            Mount holder = held == null ? null : container.mountOf(held.path()).orElse(null);
            if (kept != null && !kept.isHeldInParts(container) && (holder == null || holder instanceof TmpfsMount)) {
                return container;
            }
        }
        return null;
    }

    private static Finding finding(Resource volume, @Nullable Container without) {
        FindingDraft<Change.OfResource> finding = FindingDraft.at(volume);
        if (without == null) {
            finding.change("delete it", Safety.UNSAFE, new Change.RemoveResource(volume));
        } else {
            finding.withheld(
                    "mount it, or delete it",
                    "\"" + without.name().value() + "\" has no place for its data, for which it may be meant");
        }
        return finding.says("volume \"" + volume.name() + "\" is declared but no service mounts it");
    }
}
