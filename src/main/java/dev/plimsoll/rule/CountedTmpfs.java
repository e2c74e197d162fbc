package dev.plimsoll.rule;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import java.util.List;

/** Findings about mounts that are counted together: at the first of them, with the others and the limit labelled. */
public final class CountedTmpfs {
    private CountedTmpfs() {}

    /**
     * A finding at the first counted mount.
     *
     * @param total counts at least one mount
     */
    public static FindingDraft<Change.OfContainer> at(Container container, TmpfsTotal total) {
        List<TmpfsMount> mounts = total.mounts();
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, mounts.get(0).size());
        for (TmpfsMount mount : mounts.subList(1, mounts.size())) {
            finding.label(mount.size(), "and " + mount.size().raw());
        }
        if (total.withShm()) {
            finding.label(container.memory().shm(), "and /dev/shm");
        }
        return finding.label(container.memory().limit(), "the memory limit");
    }

    /** The sum as the beginning of a sentence. */
    public static String sum(Container container, TmpfsTotal total) {
        String name = "\"" + container.name().value() + "\"";
        if (total.mounts().size() == 1 && !total.withShm()) {
            return total.mounts().get(0).description() + " of " + name + " may take " + total.bytes();
        }
        String what = total.withShm() ? "tmpfs mounts and /dev/shm of " : "tmpfs mounts of ";
        return what + name + " add up to " + total.bytes();
    }
}
