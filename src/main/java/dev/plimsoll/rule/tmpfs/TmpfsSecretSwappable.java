package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.SecretTmpfs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Secrets in memory that the kernel may write to swap after all. */
public final class TmpfsSecretSwappable implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-secret-swappable";
    }

    @Override
    public List<Finding> check(Container container) {
        List<TmpfsMount> mounts = SecretTmpfs.swappable(container);
        List<Finding> findings = new ArrayList<>(mounts.size());
        for (TmpfsMount mount : mounts) {
            findings.add(finding(container, mount));
        }
        return findings;
    }

    private static Finding finding(Container container, TmpfsMount mount) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw())
                .label(container.memory().limit(), "limits memory, not swap")
                .label(container.memory().swap(), "memory and swap together");
        Optional<ByteSize> limit = container.limit();
        if (limit.isPresent()) {
            finding.change(
                    "limit memory and swap together to " + limit.get() + ", so that nothing is swapped",
                    Safety.UNSAFE,
                    new Change.SetSwapLimit(limit.get()));
        } else {
            finding.help("limit memory, and memory and swap together, to the same size");
        }
        return finding.says(mount.description() + " of \"" + container.name().value() + "\" seems to hold secrets, but "
                + reason(container, limit) + ": under memory pressure they are swapped to disk");
    }

    private static String reason(Container container, Optional<ByteSize> limit) {
        SwapLimit swap = container.memory().swap().orNull();
        if (limit.isEmpty()) {
            return "neither memory nor swap is limited";
        }
        return swap == null
                ? "with a memory limit of " + limit.get() + " it may swap as much again"
                : "it may swap " + swap.total().minus(limit.get());
    }
}
