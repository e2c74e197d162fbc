package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.SizePolicy;
import dev.plimsoll.rule.TmpfsSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tmpfs without a size grows to the memory limit, or to half of the host's memory. It is asked for mounts, and for the
 * project because of volumes that some other command will mount.
 */
public final class TmpfsUnbounded implements DeclaredTmpfsRule, ProjectRule {
    private final SizePolicy sizes;

    /** A rule whose fixes suggest sizes by a policy. */
    public TmpfsUnbounded(SizePolicy sizes) {
        this.sizes = sizes;
    }

    @Override
    public String id() {
        return "tmpfs-unbounded";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        // where all containers are known, volume-unused tells of such a volume
        for (Resource volume : project.moreContainers() ? TmpfsVolumes.withOptions(project) : List.<Resource>of()) {
            if (TmpfsVolumes.isTmpfs(volume) && TmpfsVolumes.isUnbounded(volume) && !isMounted(volume, project)) {
                findings.add(finding(volume));
            }
        }
        return findings;
    }

    private static boolean isMounted(Resource volume, Project project) {
        for (Container container : project.containers()) {
            for (TmpfsMount mount : container.tmpfsMounts()) {
                if (mount.volume().isPresent() && mount.volume().get().name().equals(volume.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding finding(Resource volume) {
        ByteSize size = sizes.withoutLimit();
        String options = TmpfsVolumes.known(volume, TmpfsVolumes.MOUNT_OPTIONS);
        String all = (options.isEmpty() ? "" : options + ",") + "size=" + size.spelled();
        String name = "tmpfs volume \"" + volume.name() + "\"";
        return FindingDraft.at(volume)
                .change(
                        "give " + name + " a size of " + size,
                        Safety.UNSAFE,
                        new Change.SetDriverOption(volume, TmpfsVolumes.MOUNT_OPTIONS, all))
                .says(name + " has no size: "
                        + consequence(new Field.Absent<>(volume.key().at())));
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        Container container = declared.container();
        if (!mount.isUnbounded() || isNowhere(mount) || isSizedShm(mount, container)) {
            return List.of();
        }
        return isSizedTwin(mount, container, declared.sums())
                ? List.of()
                : List.of(finding(mount, container, declared.sums()));
    }

    /** Whether there is no path that it could be mounted at, which tmpfs-bad-target tells. */
    private static boolean isNowhere(TmpfsMount mount) {
        return mount.isOwn()
                && mount.path().isEmpty()
                && mount.target().value().known().isPresent();
    }

    /** Whether another entry of the same path brings a size, which tmpfs-repeated-target puts together. */
    private static boolean isSizedTwin(TmpfsMount mount, Container container, TmpfsSums sums) {
        Optional<ContainerPath> path = mount.path();
        return mount.isOwn() && path.isPresent() && sums.hasSize(container, path.get());
    }

    private static boolean isSizedShm(TmpfsMount mount, Container container) {
        Optional<ContainerPath> path = mount.path();
        return path.isPresent()
                && path.get().equals(Shm.PATH)
                && container.host().hasOwnShm()
                && container.memory().shm().isPresent();
    }

    private Finding finding(TmpfsMount mount, Container container, TmpfsSums sums) {
        FindingDraft<Change.OfContainer> finding =
                mount.isOwn() ? FindingDraft.at(container, mount.declared()) : FindingDraft.at(container, mount.size());
        finding.evidence(mount.target().value().raw());
        Field<ByteSize> limit = container.memory().limit();
        finding.context(limit, "only this limit stops it");
        Optional<ByteSize> size = sizes.suggest(mount, container, sums);
        if (size.isPresent()) {
            String title = "give " + mount.description() + " a size of " + size.get();
            finding.change(title, Safety.UNSAFE, new Change.SetTmpfsSize(mount, size.get()));
        } else {
            finding.help(
                    "give " + mount.description() + " a size; the sizes of the other mounts leave little of the limit");
        }
        String owner = mount.isOwn() ? " of \"" + container.name().value() + "\"" : "";
        return finding.says(mount.description() + owner + " has no size: " + consequence(limit));
    }

    private static String consequence(Field<ByteSize> limit) {
        Optional<ByteSize> known = limit.known();
        if (known.isPresent()) {
            return "it may grow to the container's " + known.get()
                    + " memory limit, and then the kernel kills a process";
        }
        return limit.isAbsent()
                ? "it may take half of the host's memory"
                : "it may take half of the host's memory, or all that the container's limit allows";
    }
}
