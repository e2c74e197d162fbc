package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.SizePolicy;
import java.util.List;
import java.util.Optional;

/** {@code size=0} of a mount option is no bound at all, not even half of the host's memory. */
public final class TmpfsSizeZero implements DeclaredTmpfsRule {
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
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        boolean unlimited = mount.size().orNull() instanceof TmpfsSize.Unlimited;
        return unlimited && !mount.readOnly() ? List.of(finding(declared)) : List.of();
    }

    private Finding finding(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(declared.container(), mount.size())
                .evidence(mount.target().value().raw())
                .context(declared.container().memory().limit(), "only this limit stops it");
        Optional<ByteSize> size = sizes.suggest(mount, declared.container(), declared.sums());
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
                ? "it can grow to the container's " + limit.get() + " memory limit, where the kernel kills a process"
                : "it can grow until the host has no memory left";
        return finding.says(
                "size=" + mount.size().raw() + " of " + mount.description() + " means no limit at all: " + bound);
    }
}
