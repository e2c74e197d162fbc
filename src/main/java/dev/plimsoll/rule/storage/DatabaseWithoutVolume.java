package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.UnmountedData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database that keeps its data in the container, or in a volume without a name. */
public final class DatabaseWithoutVolume implements ProjectRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DatabaseWithoutVolume(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "database-without-volume";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : project.containers()) {
            // run-rm-database covers the container that is removed by its own command
            @Nullable Container whole = container.host().removedOnExit() ? null : whole(container, project);
            @Nullable Finding finding = whole == null ? null : check(container, whole);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** The container with all that is mounted in it; null if nobody knows. Few take volumes of others. */
    private static @Nullable Container whole(Container container, Project project) {
        return KeptData.takesMountsOfOthers(container)
                ? TakenVolumes.of(container, project).orElse(null)
                : container;
    }

    /** Of a container as it is written, and with all that is mounted in it. */
    private @Nullable Finding check(Container container, Container whole) {
        KeptData kept = KeptData.of(whole, images);
        if (kept == null || (kept.held(whole).isEmpty() && isNoMatterHere(kept, whole))) {
            return null;
        }
        DataPath data = kept.lacking(whole).orElse(null);
        if (data == null || kept.isMeantToBeLost(whole)) {
            return null;
        }
        // beside a mount for the rest, the one around all of it would be one too many
        boolean isPart = kept.held(whole).isPresent();
        String target = isPart ? data.written() : data.shownMountPoint();
        VolumeMount anonymous = KeptData.anonymous(data, whole).orElse(null);
        FindingDraft<Change.OfContainer> finding = finding(container, anonymous).evidence(target);
        if (KeptData.takesMountsOfOthers(container)) {
            finding.help("give the volume that it takes a name, or mount a named volume at " + target);
        } else {
            NamedVolume.offer(finding, kept, container, data, target);
        }
        return finding.says(
                "\"" + container.name().value() + "\" (" + kept.owner() + ") has no named volume at " + target
                        + (isPart ? " for a part of its data: " : " for its data: ")
                        + UnmountedData.consequence(container, data, anonymous != null));
    }

    /** At its own volume without a name if there is one, else at the image. */
    private static FindingDraft<Change.OfContainer> finding(Container container, @Nullable VolumeMount anonymous) {
        return anonymous != null && container.mounts().contains(anonymous)
                ? FindingDraft.at(container, anonymous.declared())
                : FindingDraft.at(container, container.contentsSource());
    }

    /**
     * Whether it matters to nobody, or to another rule, that nothing is kept. Whoever keeps a part of the data wants the rest
     * too, whatever the kind of the image.
     */
    private static boolean isNoMatterHere(KeptData kept, Container container) {
        return !kept.isMissed(container) || kept.meantForIt(container).isPresent();
    }
}
