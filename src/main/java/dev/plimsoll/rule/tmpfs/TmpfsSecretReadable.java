package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import dev.plimsoll.rule.SecretTmpfs;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets that every user of the container may read: without a mode a tmpfs has 1777, or that of the directory that the image
 * has there.
 */
public final class TmpfsSecretReadable implements ContainerRule {
    private static final int OWNER_ONLY = 0700;
    private static final String NO_MODE = "no mode (the default is 1777, or the mode of the image's directory)";

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsSecretReadable(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-secret-readable";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : SecretTmpfs.of(container)) {
            FileMode mode = Modes.meant(mount);
            boolean wide = mode != null && (mode.bits() & FileMode.NOT_OWNER) != 0;
            if (mount.mode().isAbsent() || wide) {
                findings.add(finding(container, mount, mode == null ? NO_MODE : "mode " + mode.octal()));
            }
        }
        return findings;
    }

    private Finding finding(Container container, TmpfsMount mount, String mode) {
        FindingDraft<Change.OfContainer> finding = (mount.isOwn()
                                && mount.mode().isAbsent()
                        ? FindingDraft.at(container, mount.declared())
                        : FindingDraft.at(container, mount.mode()))
                .evidence(mount.target().value().raw());
        boolean ownedByRoot = mount.option("uid").isEmpty();
        if (ownedByRoot && !RunUser.isRoot(container)) {
            finding.withheld(
                    "give it to the user that the container runs as with uid=, and set mode=0700",
                    RunUser.of(container, images) == null
                            ? "the image may not run as root, and this mode would lock its user out"
                            : "this mode alone would lock that user out");
        } else {
            finding.change("set the mode to 0700", Safety.UNSAFE, new Change.SetTmpfsMode(mount, OWNER_ONLY));
        }
        return finding.says(mount.description() + " of \"" + container.name().value()
                + "\" seems to hold secrets and has " + mode + ": other users in the container can read it");
    }
}
