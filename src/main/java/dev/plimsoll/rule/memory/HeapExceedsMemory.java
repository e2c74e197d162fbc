package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DeclaredMemory;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A program that is told to take all of its container's memory, or more. */
public final class HeapExceedsMemory implements ContainerRule {
    /**
     * Percent of the limit from which on a heap leaves no room: metaspace, code cache, threads and buffers of a small program
     * take more than a tenth.
     */
    private static final double MAX_SHARE = 90;

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HeapExceedsMemory(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "heap-exceeds-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ByteSize> limit = container.limit();
        // a limit below the engine's minimum lacks its unit, and memory-below-minimum says so
        if (limit.isEmpty() || MemoryLimits.MINIMUM.exceeds(limit.get())) {
            return List.of();
        }
        List<DeclaredMemory> declared = DeclaredMemory.of(container, images);
        ByteSize sum = ByteSize.ZERO;
        for (DeclaredMemory memory : declared) {
            sum = sum.plus(memory.bytes());
        }
        if (declared.isEmpty() || limit.get().exceeds(sum)) {
            return declared.isEmpty() ? share(container, limit.get()) : List.of();
        }
        return List.of(finding(container, declared, sum, limit.get()));
    }

    /** A share of the limit that leaves too little for what the JVM takes besides its heap. */
    private static List<Finding> share(Container container, ByteSize limit) {
        Located<Double> share = DeclaredMemory.heapShare(container);
        if (share == null || share.value() < MAX_SHARE) {
            return List.of();
        }
        String percent = share.value() == Math.rint(share.value())
                ? Long.toString(share.value().longValue())
                : share.value().toString();
        return List.of(FindingDraft.at(container, share)
                .evidence("MaxRAMPercentage")
                .label(container.memory().limit(), "the memory limit")
                .help("leave room in the limit for the JVM's other memory: 75 or less is usual")
                .says("the Java heap of \"" + container.name().value() + "\" may grow to " + percent + "% of its "
                        + limit + " memory limit: the kernel kills it before the heap is full"));
    }

    private static Finding finding(Container container, List<DeclaredMemory> declared, ByteSize sum, ByteSize limit) {
        DeclaredMemory first = declared.get(0);
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, first.size()).evidence(first.name());
        for (DeclaredMemory other : declared.subList(1, declared.size())) {
            finding.label(other.size().shown(), "and " + other.bytes());
        }
        String what = declared.size() == 1
                ? first.name() + " of \"" + container.name().value() + "\""
                : "the memory that the program of \"" + container.name().value() + "\" is set to use, " + sum
                        + " together,";
        String relation = sum.equals(limit) ? "equals its " : "is more than its ";
        return finding.label(container.memory().limit(), "the memory limit")
                .help("leave room in the limit for the program's other memory: raise the limit or lower the setting")
                .says(what + " " + relation + limit + " memory limit: the kernel kills it before it can use that much");
    }
}
