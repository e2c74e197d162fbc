package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tmpfs belongs to root unless told otherwise: with mode 0755 or 1755 nobody else writes into it. */
public final class TmpfsUnwritable implements ContainerRule {
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
            FileMode mode = Modes.meant(mount);
            boolean owned =
                    mount.option("uid").isPresent() || mount.option("gid").isPresent();
            if (mode != null && !owned && isForRootOnly(mode, mount)) {
                RunUser user = RunUser.of(container, images);
                if (user != null && !(mode.has(FileMode.GROUP_WRITE) && !user.isOutsideRootsGroup())) {
                    findings.add(finding(container, mount, mode, user));
                }
            }
        }
        return findings;
    }

    private static boolean isForRootOnly(FileMode mode, TmpfsMount mount) {
        Optional<ContainerPath> path = mount.path();
        if (!mount.isWhollyKnown() || path.isEmpty()) {
            return false;
        }
        // images have these with mode 1777, which the runtime may keep: opencontainers/runc issue 1647
        boolean open = path.get().value().equals("/tmp") || path.get().value().equals("/var/tmp");
        return !open && mode.has(FileMode.OWNER_WRITE) && !mode.has(FileMode.OTHERS_WRITE);
    }

    private static Finding finding(Container container, TmpfsMount mount, FileMode mode, RunUser user) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.mode())
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
        return finding.says(
                mount.description() + " of \"" + container.name().value() + "\" belongs to root and has mode "
                        + mode.octal() + ": user \"" + user.name() + "\" cannot write to it");
    }
}
