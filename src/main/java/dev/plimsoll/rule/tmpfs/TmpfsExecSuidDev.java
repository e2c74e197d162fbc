package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options that allow what the engine forbids on a tmpfs by default. Source: moby daemon/oci_linux.go. */
public final class TmpfsExecSuidDev implements DeclaredTmpfsRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsExecSuidDev(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-exec-suid-dev";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        // the kernel allows all of them by default, so that in a volume's options the words add nothing
        if (mount.declaration() != TmpfsMount.Declaration.SHORT
                || mount.options().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        Container container = declared.container();
        add("exec", "run programs written there", container, mount, findings);
        add("suid", "become another user through a program written there", container, mount, findings);
        add("dev", "reach devices through files created there", container, mount, findings);
        return findings;
    }

    /** Where process supervisors such as s6 and systemd keep programs that they start. */
    private static boolean isRuntimeDirectory(TmpfsMount mount) {
        Optional<ContainerPath> path = mount.path();
        return path.isPresent()
                && (path.get().value().equals("/run") || path.get().value().equals("/var/run"));
    }

    private void add(String flag, String consequence, Container container, TmpfsMount mount, List<Finding> findings) {
        Optional<Located<TmpfsOption>> last = mount.flag(flag, "no" + flag);
        if (last.isEmpty() || !last.get().value().key().equals(flag)) {
            return;
        }
        boolean exec = flag.equals("exec");
        if (exec && (isRuntimeDirectory(mount) || Workspaces.mayBeOne(mount, container, images))) {
            return;
        }
        findings.add(FindingDraft.at(container, last.get())
                .evidence(mount.target().value().raw() + " " + flag)
                .change("remove " + flag, Safety.UNSAFE, new Change.RemoveTmpfsOption(mount, last.get()))
                .says("\"" + flag + "\" on " + mount.description() + " undoes the engine's default, no" + flag
                        + ": an attacker in \"" + container.name().value() + "\" can " + consequence));
    }
}
