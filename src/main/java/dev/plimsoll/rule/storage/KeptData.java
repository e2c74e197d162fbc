package dev.plimsoll.rule.storage;

import dev.plimsoll.knowledge.DataPart;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.Misspelling;
import dev.plimsoll.rule.PathWords;
import dev.plimsoll.rule.ServerCommand;
import dev.plimsoll.rule.StrayOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** Directories of the root that hold all kinds of things. */
    private static final Set<String> SYSTEM =
            Set.of("/", "/var", "/opt", "/home", "/usr", "/srv", "/mnt", "/media", "/root", "/etc");

    private static final Set<ImageKind> KEEPERS =
            Set.of(ImageKind.DATABASE, ImageKind.SEARCH, ImageKind.STORE, ImageKind.APP);

    private static final Set<String> DATA_WORDS =
            Set.of("data", "db", "dbdata", "dbs", "database", "databases", "storage", "store");

    private static final ContainerPath SETTINGS = new ContainerPath("/etc");

    /**
     * The data of a container; null if its image is not known, runs another program, keeps nothing, or may keep it
     * elsewhere, if a mount lies where we cannot tell, and if one was meant to be there.
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
        return paths.isEmpty() || isMountedTooLate(container, facts, paths) ? null : new KeptData(facts, paths);
    }

    /** Whether a volume for the data comes after the image of a command: run-option-after-image speaks of it. */
    private static boolean isMountedTooLate(Container container, ImageFacts facts, List<DataPath> paths) {
        if (container.dialect() == Container.Dialect.COMPOSE) {
            return false;
        }
        for (ContainerPath target : StrayOptions.mountTargets(container, facts)) {
            for (DataPath path : paths) {
                if (path.isHeldBy(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code volumes_from} may mount the data. */
    static boolean takesMountsOfOthers(Container container) {
        for (Dependency dependency : container.relations().dependencies()) {
            if (dependency.reason() == Dependency.Reason.VOLUMES_FROM) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether somebody will miss the data: what is lost of these cannot be had again. Caches, queues and measurements are
     * often meant to start over, unless their command switches persistence on.
     */
    boolean isMissed(Container container) {
        return KEEPERS.contains(facts.kind()) || facts.persistsOnPurpose(container);
    }

    /** Whether losing the data is meant: persistence is switched off, or names speak of tests. */
    boolean isMeantToBeLost(Container container) {
        return facts.persistenceOff(container).isPresent()
                || TestingNames.sign(container).isPresent();
    }

    /** The first of the data that a mount holds; empty if none does. */
    Optional<DataPath> held(Container container) {
        for (DataPath path : paths) {
            if (isHeld(path, container)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean isHeld(DataPath path, Container container) {
        Mount holder = container.mountOf(path.path()).orElse(null);
        ContainerPath target = holder == null ? null : holder.path().orElse(null);
        // a volume without a name is what the image makes anyway
        return target != null && path.isHeldBy(target) && !isAnonymous(holder);
    }

    /** The volume without a name at or above a part of the data; empty if there is none. */
    static Optional<VolumeMount> anonymous(DataPath path, Container container) {
        Mount holder = container.mountOf(path.path()).orElse(null);
        return holder instanceof VolumeMount volume && isAnonymous(volume) ? Optional.of(volume) : Optional.empty();
    }

    private static boolean isAnonymous(@Nullable Mount mount) {
        return mount instanceof VolumeMount volume && volume.source().isEmpty();
    }

    /**
     * The first of the data that no mount holds; empty if mounts hold all that everybody writes, or may do so.
     */
    Optional<DataPath> lacking(Container container) {
        boolean holdsSome = held(container).isPresent();
        if (holdsSome ? mayBeKeptElsewhere(container) : isHeldInParts(container)) {
            return Optional.empty();
        }
        for (int i = 0; i < paths.size(); i++) {
            DataPath path = paths.get(i);
            boolean held = isHeld(path, container) || (holdsSome && isHeldInParts(path, container));
            for (int j = i + 1; j < paths.size() && paths.get(j).part() == DataPart.ALTERNATIVE; j++) {
                held |= isHeld(paths.get(j), container);
            }
            if (path.part() == DataPart.OWN && !held) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Whether something is mounted inside of the data, so that its parts are kept one by one. */
    boolean isHeldInParts(Container container) {
        for (DataPath path : paths) {
            if (isHeldInParts(path, container)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldInParts(DataPath path, Container container) {
        List<ContainerPath> usualPlaces = facts.usualPlaces();
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            boolean inside = target != null && target.isAtOrBelow(path.path()) && !target.equals(path.path());
            if (target != null && inside && !usualPlaces.contains(target)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a directory is mounted that has nothing to do with the usual places: many programs ask their user where to
     * keep this or that.
     */
    private boolean mayBeKeptElsewhere(Container container) {
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target != null && keeps(mount) && !target.isAtOrBelow(SETTINGS) && !isNearUsualPlace(target)) {
                List<String> parts = target.parts();
                if (parts.isEmpty() || parts.get(parts.size() - 1).indexOf('.') < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a path is one of the usual places, above or below one, or beside one in a directory of the program. */
    private boolean isNearUsualPlace(ContainerPath target) {
        for (ContainerPath place : facts.usualPlaces()) {
            int slash = place.value().lastIndexOf('/');
            boolean beside = slash > 0
                    && target.isAtOrBelow(new ContainerPath(place.value().substring(0, slash)));
            if (beside || target.isAtOrBelow(place) || place.isAtOrBelow(target)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A mount at a place where some version of the image keeps data; else one that keeps what is written in it and lies
     * above the data, at a misspelt path of it, or at one that is called like the image. Empty if there is none.
     */
    Optional<Mount> meantForIt(Container container) {
        List<ContainerPath> usualPlaces = facts.usualPlaces();
        Mount meant = null;
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target != null && isUsualPlace(target, usualPlaces) && !isAnonymous(mount)) {
                return Optional.of(mount);
            }
            if (target != null
                    && meant == null
                    && keeps(mount)
                    && (isShallowParent(target)
                            || isMisspelt(target, usualPlaces)
                            || isCalledLikeImage(target)
                            || isBesideData(target))) {
                meant = mount;
            }
        }
        return Optional.ofNullable(meant);
    }

    /**
     * A mount that keeps what is written in it, at a path that says nothing of another purpose: it may be for the data.
     * Empty if there is none.
     */
    Optional<Mount> perhapsMeantForIt(Container container) {
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            boolean named = mount instanceof VolumeMount;
            if (target != null
                    && keeps(mount)
                    && !holdsAnyData(target)
                    && !PathWords.isDisposable(target)
                    && !OtherPurposes.isNamedBy(target)
                    && !SYSTEM.contains(target.value())
                    && (named || PathWords.hasWord(last(target), DATA_WORDS))) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** Whether a mount is where a part of the data belongs, so that it is for that part. */
    private boolean holdsAnyData(ContainerPath target) {
        for (DataPath path : paths) {
            if (path.isHeldBy(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is written in a mount is there for the next container. */
    static boolean keeps(Mount mount) {
        boolean named = mount instanceof VolumeMount volume && volume.source().isPresent() && !volume.readOnly();
        return named || (mount instanceof BindMount bind && !bind.readOnly());
    }

    /**
     * Whether a path is a directory at the root or in /var/lib with the image's name, or most of it: {@code /redis},
     * {@code /var/lib/rabbit}, {@code /prometheus_data}, {@code /var/lib/postgres/data}. Settings lie elsewhere, such as in
     * /etc.
     */
    private boolean isCalledLikeImage(ContainerPath target) {
        List<String> parts = target.parts();
        boolean library =
                parts.size() >= 3 && parts.get(0).equals("var") && parts.get(1).equals("lib");
        boolean inside = parts.size() == 4 && DATA_WORDS.contains(parts.get(3));
        int depth = library && inside ? 3 : parts.size();
        boolean state = library && depth == 3;
        if (depth != 1 && !state) {
            return false;
        }
        String last = parts.get(depth - 1).toLowerCase(Locale.ROOT);
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

    /** Whether the data lies below a directory of the root, which no program but the image's has any use for. */
    private boolean isShallowParent(ContainerPath target) {
        for (DataPath path : paths) {
            if (target.parts().size() == 1
                    && !SYSTEM.contains(target.value())
                    && path.path().isAtOrBelow(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path differs from a place of the data by a slip in one of its names. */
    private boolean isMisspelt(ContainerPath target, List<ContainerPath> usualPlaces) {
        for (ContainerPath place : usualPlaces) {
            if (isMisspelt(target, place)) {
                return true;
            }
        }
        for (DataPath path : paths) {
            if (isMisspelt(target, path.path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMisspelt(ContainerPath target, ContainerPath place) {
        List<String> written = target.parts();
        List<String> meant = place.parts();
        int slips = 0;
        for (int i = 0; written.size() == meant.size() && i < meant.size(); i++) {
            if (Misspelling.of(written.get(i), meant.get(i))) {
                slips++;
            } else if (!written.get(i).equals(meant.get(i))) {
                return false;
            }
        }
        return slips == 1;
    }

    /** Whether a path lies in the volume that the image declares, says that it is for data, and is not where that is. */
    private boolean isBesideData(ContainerPath target) {
        for (DataPath path : paths) {
            ContainerPath volume = path.volume().orElse(null);
            if (volume != null
                    && target.isAtOrBelow(volume)
                    && !target.isAtOrBelow(path.path())
                    && DATA_WORDS.contains(last(target))) {
                return true;
            }
        }
        return false;
    }

    private static String last(ContainerPath path) {
        List<String> parts = path.parts();
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
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
