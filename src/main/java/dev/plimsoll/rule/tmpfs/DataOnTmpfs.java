package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Data of a known image on a tmpfs: the one fact behind two rules, which part by whether it is meant.
 *
 * @param mount the tmpfs
 * @param data where the image keeps its data
 * @param facts the image
 * @param volumeTarget where a volume would have to be mounted to keep the data
 * @param excuse what says that the loss is meant; empty if nothing does
 */
record DataOnTmpfs(TmpfsMount mount, DataPath data, ImageFacts facts, DataPath volumeTarget, Optional<String> excuse) {
    /** The cases of a container, each mount once. */
    static List<DataOnTmpfs> in(Container container, ImageCatalog images) {
        if (container.tmpfsMounts().isEmpty() || hasUnknownTarget(container)) {
            return List.of();
        }
        ImageFacts facts = images.of(container).orElse(null);
        if (facts == null) {
            return List.of();
        }
        List<DataPath> paths = facts.dataPaths(container);
        List<DataOnTmpfs> found = new ArrayList<>();
        boolean kept = false;
        for (DataPath path : paths) {
            Mount holder = container.mountOf(path.path()).orElse(null);
            boolean older = !path.versions().isEmpty();
            if (holder instanceof TmpfsMount tmpfs) {
                if (!isKnown(tmpfs, found) && !(older && kept)) {
                    DataPath target = older ? paths.get(0) : path;
                    found.add(new DataOnTmpfs(tmpfs, path, facts, target, excuse(container, facts)));
                }
            } else if (holder != null) {
                kept = true;
            }
        }
        return found;
    }

    private static boolean hasUnknownTarget(Container container) {
        for (Mount mount : container.mounts()) {
            if (mount.path().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnown(TmpfsMount mount, List<DataOnTmpfs> found) {
        for (DataOnTmpfs other : found) {
            if (other.mount.equals(mount)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> excuse(Container container, ImageFacts facts) {
        Optional<String> off = facts.persistenceOff(container);
        if (off.isPresent()) {
            return off;
        }
        return facts.isEphemeral() ? Optional.of("its image") : TestingNames.sign(container);
    }

    /** Whether the data really lies in the tmpfs, and not in an anonymous volume that the image brings below it. */
    boolean isHeld() {
        Optional<ContainerPath> target = mount.path();
        return target.isPresent() && data.isHeldBy(target.get());
    }

    /** The image's name with the versions that keep their data here. */
    String owner() {
        return facts.name() + (data.versions().isEmpty() ? "" : " " + data.versions());
    }
}
