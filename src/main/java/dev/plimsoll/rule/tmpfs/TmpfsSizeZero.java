package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.SizePolicy;
import dev.plimsoll.rule.TmpfsDeclarations;
import dev.plimsoll.rule.TmpfsSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code size=0} of a mount option is no bound at all, not even half of the host's memory. */
public final class TmpfsSizeZero implements ProjectRule {
    private final SizePolicy sizes;

    /** A rule whose fixes suggest sizes by a policy. */
    public TmpfsSizeZero(SizePolicy sizes) {
        this.sizes = sizes;
    }

    @Override
    public String id() {
        return "tmpfs-size-zero";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        TmpfsSums sums = null;
        for (TmpfsDeclarations.Declared declared : TmpfsDeclarations.of(project)) {
            if (declared.mount().size().orNull() instanceof TmpfsSize.Unlimited
                    && !declared.mount().readOnly()) {
                sums = sums == null ? new TmpfsSums() : sums;
                findings.add(finding(declared, sums));
            }
        }
        return findings;
    }

    private Finding finding(TmpfsDeclarations.Declared declared, TmpfsSums sums) {
        TmpfsMount mount = declared.mount();
        ContainerFinding finding = ContainerFinding.at(declared.container(), mount.size())
                .evidence(mount.target().value().raw())
                .label(declared.container().memory().limit(), "only this limit stops it");
        Optional<ByteSize> size = sizes.suggest(mount, declared.container(), sums);
        if (size.isPresent()) {
            finding.change(
                    "give " + mount.description() + " a size of " + size.get(),
                    Safety.UNSAFE,
                    new Change.SetTmpfsSize(mount, size.get()));
        } else {
            finding.help("give " + mount.description() + " a size");
        }
        Optional<ByteSize> limit = declared.container().limit();
        String bound = limit.isPresent()
                ? "it grows until the container's " + limit.get()
                        + " memory limit, where the kernel kills the container"
                : "it grows until the host has no memory left";
        return finding.says(
                "size=" + mount.size().raw() + " of " + mount.description() + " means no bound at all: " + bound);
    }
}
