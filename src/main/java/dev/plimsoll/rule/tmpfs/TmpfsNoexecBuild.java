package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** Programs that are built on a tmpfs cannot be started there: the engine mounts it noexec. */
public final class TmpfsNoexecBuild implements DeclaredTmpfsRule {
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
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        // what is written out is meant
        boolean byDefault = mount.isOwn()
                && mount.isWhollyKnown()
                && mount.flag("exec", "noexec").isEmpty();
        String sign = byDefault && !mount.readOnly() ? Workspaces.sign(mount, declared.container(), images) : null;
        return sign == null ? List.of() : List.of(finding(declared.container(), mount, sign));
    }

    private static Finding finding(Container container, TmpfsMount mount, String sign) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw());
        if (mount.declaration() == TmpfsMount.Declaration.SHORT) {
            finding.change("add exec", Safety.UNSAFE, new Change.SetTmpfsOption(mount, "exec", Optional.empty()));
        } else {
            finding.help("write it in the short form with exec: the long form has no such option");
        }
        return finding.says(mount.description() + " of \"" + container.name().value() + "\" is noexec by default, but "
                + sign + ": they fail with \"Permission denied\"");
    }
}
