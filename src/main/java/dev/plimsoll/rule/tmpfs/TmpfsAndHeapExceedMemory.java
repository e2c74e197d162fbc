package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DeclaredMemory;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.CountedTmpfs;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** Files in memory and the memory that the program was told to take share one limit. */
public final class TmpfsAndHeapExceedMemory implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsAndHeapExceedMemory(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-and-heap-exceed-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        HeapBesideTmpfs found = HeapBesideTmpfs.of(container, images);
        return found == null ? List.of() : List.of(finding(container, found));
    }

    private static Finding finding(Container container, HeapBesideTmpfs found) {
        FindingDraft<Change.OfContainer> finding = CountedTmpfs.at(container, found.total());
        StringBuilder names = new StringBuilder();
        for (DeclaredMemory declared : found.declared()) {
            finding.label(declared.size().shown(), "and " + declared.bytes() + " for the program");
            names.append(names.length() == 0 ? "" : ", ").append(declared.name());
        }
        ByteSize all = found.total().bytes().plus(found.heap());
        finding.help("cut the tmpfs or the program's memory by " + all.minus(found.limit())
                + " and more, or raise the limit above " + all);
        return finding.says(
                CountedTmpfs.sum(container, found.total()) + " and its program is set to use " + found.heap()
                        + " (" + names + "), together " + all + " of a " + found.limit()
                        + " memory limit: when both fill up, the kernel kills a process");
    }
}
