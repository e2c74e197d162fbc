package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tmpfs belongs to root unless told otherwise: with mode 0755 or 1755, written or taken from the image's directory, nobody
 * else writes into it. Source: testdata/engine/tmpfs-unwritable.
 */
public final class TmpfsUnwritable implements ContainerRule {
    /** Directories that belong to root with mode 755 in the images that are known to write there. */
    private static final Set<String> CLOSED = Set.of("/run", "/var/run", "/var/cache/nginx");

    private static final ContainerPath RUN = new ContainerPath("/run");
    private static final ContainerPath LINK_TO_RUN = new ContainerPath("/var/run");
    private static final FileMode OF_IMAGE = new FileMode(0755, FileMode.Notation.OCTAL);

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsUnwritable(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-unwritable";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            FileMode mode = mount.mode().isAbsent() ? ofImage(container, mount) : Modes.meant(mount);
            boolean owned =
                    mount.option("uid").isPresent() || mount.option("gid").isPresent();
            if (owned || !mount.isWhollyKnown() || mount.path().isEmpty()) {
                continue;
            }
            if (mode != null && isForRootOnly(mode)) {
                RunUser user = RunUser.of(container, images);
                if (user != null && !(mode.has(FileMode.GROUP_WRITE) && !user.isOutsideRootsGroup())) {
                    findings.add(finding(
                            container,
                            mount,
                            user,
                            "belongs to root and has mode " + mode.octal()
                                    + (mount.mode().isAbsent() ? ", like the image's directory:" : ":")));
                }
            } else if (mount.isOwn()
                    && !mount.readOnly()
                    && (mode != null || mount.mode().isAbsent())) {
                Mount above = mountAbove(container, mount.path().get());
                RunUser user = above == null ? null : RunUser.of(container, images);
                if (above != null && user != null && (mode == null || mode.has(FileMode.OTHERS_WRITE))) {
                    findings.add(finding(
                            container,
                            mount,
                            user,
                            "is inside the mount at "
                                    + above.target().value().raw() + ": from the second start on "
                                    + (mode == null
                                            ? "it has mode 755, so"
                                            : "older versions of runc give it mode 755, so")));
                }
            }
        }
        return findings;
    }

    /** The mode of the image's directory, which a tmpfs without a mode takes; null if it has none or that is not known. */
    private @Nullable FileMode ofImage(Container container, TmpfsMount mount) {
        ContainerPath path = mount.path().orElse(null);
        if (path == null || !CLOSED.contains(path.value()) || !mount.isOwn() || mount.readOnly()) {
            return null;
        }
        ImageFacts facts =
                container.build().isPresent() ? null : images.of(container).orElse(null);
        boolean known = facts != null
                && (facts.writablePaths().contains(path)
                        || (path.equals(RUN) && facts.writablePaths().contains(LINK_TO_RUN)));
        return known ? OF_IMAGE : null;
    }

    /**
     * A volume or bind in which a mount lies, and in which its directory stays from the first start on, with mode 755 and
     * root for its owner; null if there is none.
     */
    private static @Nullable Mount mountAbove(Container container, ContainerPath path) {
        if (!container.hasComparableMounts()) {
            return null;
        }
        for (Mount other : container.mounts()) {
            boolean kept = (other instanceof VolumeMount volume && !volume.readOnly())
                    || (other instanceof BindMount bind && !bind.readOnly());
            ContainerPath target = kept ? other.path().orElse(null) : null;
            if (target != null && path.isAtOrBelow(target) && !path.equals(target)) {
                return other;
            }
        }
        return null;
    }

    private static boolean isForRootOnly(FileMode mode) {
        return mode.has(FileMode.OWNER_WRITE) && !mode.has(FileMode.OTHERS_WRITE);
    }

    private static Finding finding(Container container, TmpfsMount mount, RunUser user, String state) {
        FindingDraft<Change.OfContainer> finding = (mount.mode().isAbsent()
                        ? FindingDraft.at(container, mount.declared())
                        : FindingDraft.at(container, mount.mode()))
                .evidence(mount.target().value().raw())
                .label(container.host().user(), "runs as this user");
        boolean hasOptions = mount.declaration() != TmpfsMount.Declaration.LONG;
        if (user.uid().isPresent() && hasOptions) {
            finding.change(
                    "give it to user " + user.uid().get(),
                    Safety.UNSAFE,
                    new Change.SetTmpfsOption(mount, "uid", user.uid()));
        } else {
            finding.help(
                    hasOptions
                            ? "give it to that user with uid=, or use mode 1777"
                            : "use mode 0o1777: the long form cannot give it to another user");
        }
        return finding.says(mount.description() + " of \"" + container.name().value() + "\" " + state + " user \""
                + user.name() + "\" cannot write to it");
    }
}
