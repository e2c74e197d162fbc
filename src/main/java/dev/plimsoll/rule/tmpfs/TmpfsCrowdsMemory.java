package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.CountedTmpfs;
import java.util.List;
import java.util.Optional;

/** Mounts that fit under the limit but leave the process less than it likely needs. */
public final class TmpfsCrowdsMemory implements ContainerRule {
    private final double ratio;
    private final ImageCatalog images;

    /**
     * A rule with its bound.
     *
     * @param ratio the share of the limit that mounts may take together, from 0 to 1
     * @param images what is known of images
     */
    public TmpfsCrowdsMemory(double ratio, ImageCatalog images) {
        this.ratio = ratio;
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-crowds-memory";
    }

    @Override
    public List<Finding> check(Container container) {
        TmpfsTotal total = TmpfsTotal.of(container);
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty() || total.mounts().isEmpty() || !limit.get().exceeds(total.bytes())) {
            return List.of();
        }
        double share = (double) total.bytes().bytes() / limit.get().bytes();
        // what the program takes is no guess any more where it was told
        if (share <= ratio || HeapBesideTmpfs.of(container, images) != null) {
            return List.of();
        }
        ByteSize most = new ByteSize((long) (limit.get().bytes() * ratio));
        return List.of(CountedTmpfs.at(container, total)
                .help("keep them at " + most + " together, or raise the limit")
                .says(CountedTmpfs.sum(container, total) + ", " + Math.round(share * 100) + "% of its " + limit.get()
                        + " memory limit: " + limit.get().minus(total.bytes()) + " is left for the process itself"));
    }
}
