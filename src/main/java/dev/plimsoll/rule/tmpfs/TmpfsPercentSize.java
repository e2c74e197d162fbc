package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.SizePolicy;
import dev.plimsoll.rule.TmpfsSums;
import java.util.List;
import java.util.Optional;

/** {@code size=50%} is a share of the host's memory, whatever the container may use. Source: linux mm/shmem.c. */
public final class TmpfsPercentSize implements DeclaredTmpfsRule {
    private final SizePolicy sizes;

    /** A rule whose fixes suggest sizes by a policy. */
    public TmpfsPercentSize(SizePolicy sizes) {
        this.sizes = sizes;
    }

    @Override
    public String id() {
        return "tmpfs-percent-size";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        boolean percent = mount.size().orNull() instanceof TmpfsSize.HostPercent;
        return percent && !mount.readOnly()
                ? List.of(finding(declared.container(), mount, declared.sums()))
                : List.of();
    }

    private Finding finding(Container container, TmpfsMount mount, TmpfsSums sums) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.size())
                .evidence(mount.target().value().raw())
                .context(container.memory().limit(), "not a share of this limit");
        Optional<ByteSize> size = sizes.suggest(mount, container, sums);
        if (size.isPresent()) {
            finding.change(
                    "give " + mount.description() + " a size of " + size.get(),
                    Safety.UNSAFE,
                    new Change.SetTmpfsSize(mount, size.get()));
        } else {
            finding.help("give " + mount.description() + " a size in bytes, such as 64m");
        }
        Optional<ByteSize> limit = container.limit();
        String consequence = limit.isPresent()
                ? ", not of the container's " + limit.get() + " limit: on a large host it is more than that"
                : ": how large it may grow depends on the machine";
        return finding.says("size=" + mount.size().raw() + " of " + mount.description()
                + " is a percentage of the host's memory" + consequence);
    }
}
