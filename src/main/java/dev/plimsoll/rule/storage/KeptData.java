package dev.plimsoll.rule.storage;

import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Mount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a container of a known image, and what of it lies in mounts: the facts behind the rules on databases.
 *
 * @param facts the image
 * @param paths where it keeps its data; at least one
 */
record KeptData(ImageFacts facts, List<DataPath> paths) {
    /**
     * The data of a container; null if its image is not known, runs another program, keeps nothing, or may keep it
     * elsewhere, and if a mount lies where we cannot tell.
     */
    static @Nullable KeptData of(Container container, ImageCatalog images) {
        ImageFacts facts = images.of(container).orElse(null);
        if (facts == null
                || facts.isEphemeral()
                || !ServerCommand.isRunBy(container)
                || takesMountsOfOthers(container)) {
            return null;
        }
        for (Mount mount : container.mounts()) {
            if (mount.path().isEmpty()) {
                return null;
            }
        }
        List<DataPath> paths = facts.dataPaths(container);
        return paths.isEmpty() ? null : new KeptData(facts, paths);
    }

    /** {@code volumes_from} may mount the data. */
    private static boolean takesMountsOfOthers(Container container) {
        for (Dependency dependency : container.relations().dependencies()) {
            if (dependency.reason() == Dependency.Reason.VOLUMES_FROM) {
                return true;
            }
        }
        return false;
    }

    /** Whether losing the data is meant: persistence is switched off, or names speak of tests. */
    boolean isMeantToBeLost(Container container) {
        return facts.persistenceOff(container).isPresent()
                || TestingNames.sign(container).isPresent();
    }

    /** The first of the data that a mount holds; empty if none does. */
    Optional<DataPath> held(Container container) {
        for (DataPath path : paths) {
            Mount holder = container.mountOf(path.path()).orElse(null);
            ContainerPath target = holder == null ? null : holder.path().orElse(null);
            if (target != null && path.isHeldBy(target)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Whether something is mounted inside of the data, so that its parts are kept one by one. */
    boolean isHeldInParts(Container container) {
        List<ContainerPath> usualPlaces = facts.usualPlaces();
        for (DataPath path : paths) {
            for (Mount mount : container.mounts()) {
                ContainerPath target = mount.path().orElse(null);
                boolean inside = target != null && target.isAtOrBelow(path.path()) && !target.equals(path.path());
                if (target != null && inside && !usualPlaces.contains(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A mount at a place where some version of the image keeps data, or above the data; empty if there is none. */
    Optional<Mount> meantForIt(Container container) {
        List<ContainerPath> usualPlaces = facts.usualPlaces();
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target != null && isUsualPlace(target, usualPlaces)) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    private boolean isUsualPlace(ContainerPath target, List<ContainerPath> usualPlaces) {
        if (usualPlaces.contains(target)) {
            return true;
        }
        for (DataPath path : paths) {
            boolean deep = target.parts().size() > 1;
            if (deep && path.path().isAtOrBelow(target)) {
                return true;
            }
        }
        return false;
    }

    /** The newest version's data, which an image without a version in its tag has. */
    DataPath first() {
        return paths.get(0);
    }

    /** Whether the tag leaves the version open, and older versions keep their data elsewhere. */
    boolean isOpen() {
        return paths.size() > 1 && !paths.get(paths.size() - 1).versions().isEmpty();
    }

    /** The image's name with the versions that keep their data here. */
    String owner() {
        return facts.name();
    }

    /** What names the image: the service, or the Dockerfile that it is built from. */
    static Field<ImageReference> source(Container container) {
        Optional<BuiltImage> built = container.built().image();
        return built.isPresent() ? built.get().base() : container.image();
    }
}
