package dev.plimsoll.rule.storage;

import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a container of a known image, and what of it lies in mounts: the facts behind the rules on databases.
 *
 * @param facts the image
 * @param paths where it keeps its data; at least one
 */
record KeptData(ImageFacts facts, List<DataPath> paths) {
    /** Letters of a name that tell it from others: {@code mongo}, {@code rabbit}. */
    private static final int MOST_OF_A_NAME = 5;

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

    /**
     * A mount at a place where some version of the image keeps data, or above the data, or at one that is called like the
     * image; empty if there is none.
     */
    Optional<Mount> meantForIt(Container container) {
        List<ContainerPath> usualPlaces = facts.usualPlaces();
        Mount called = null;
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target != null && isUsualPlace(target, usualPlaces)) {
                return Optional.of(mount);
            }
            if (target != null && called == null && keeps(mount) && isCalledLikeImage(target)) {
                called = mount;
            }
        }
        return Optional.ofNullable(called);
    }

    /** Whether what is written in a mount is there for the next container. */
    private static boolean keeps(Mount mount) {
        boolean named = mount instanceof VolumeMount volume && volume.source().isPresent() && !volume.readOnly();
        return named || (mount instanceof BindMount bind && !bind.readOnly());
    }

    /**
     * Whether a path is a directory at the root or in /var/lib with the image's name, or most of it: {@code /redis},
     * {@code /var/lib/rabbit}, {@code /prometheus_data}. Settings lie elsewhere, such as in /etc.
     */
    private boolean isCalledLikeImage(ContainerPath target) {
        List<String> parts = target.parts();
        boolean state =
                parts.size() == 3 && parts.get(0).equals("var") && parts.get(1).equals("lib");
        if (parts.size() != 1 && !state) {
            return false;
        }
        String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        String name = facts.name().toLowerCase(Locale.ROOT);
        boolean most = last.length() >= MOST_OF_A_NAME && name.startsWith(last);
        return last.indexOf('.') < 0 && (most || last.startsWith(name));
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
}
