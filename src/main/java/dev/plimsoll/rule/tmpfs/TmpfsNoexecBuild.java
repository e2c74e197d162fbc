package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that are built on a tmpfs cannot be started there: the engine mounts it noexec. */
public final class TmpfsNoexecBuild implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsNoexecBuild(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-noexec-build";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            // what is written out is meant
            boolean byDefault = mount.isOwn()
                    && mount.isWhollyKnown()
                    && mount.flag("exec", "noexec").isEmpty();
            String sign = byDefault && !mount.readOnly() ? Workspaces.sign(mount, container, images) : null;
            if (sign != null) {
                findings.add(finding(container, mount, sign));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, TmpfsMount mount, String sign) {
        ContainerFinding finding = ContainerFinding.at(container, mount.declared())
                .evidence(mount.target().value().raw());
        if (mount.declaration() == TmpfsMount.Declaration.SHORT) {
            finding.change("add exec", Safety.UNSAFE, new Change.SetTmpfsOption(mount, "exec", Optional.empty()));
        } else {
            finding.help("write it in the short form, with exec: the long form has no such option");
        }
        return finding.says(mount.description() + " of \"" + container.name().value()
                + "\" is mounted noexec unless told otherwise, and " + sign + ": they fail with \"Permission denied\"");
    }
}
