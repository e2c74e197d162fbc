package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.knowledge.DeclaredMemory;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsTotal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tmpfs that fits under the memory limit, and memory that the program was told to take that does too, but not both.
 *
 * @param total the tmpfs
 * @param declared what the program was told to take
 * @param heap the sum of that
 * @param limit the memory limit
 */
record HeapBesideTmpfs(TmpfsTotal total, List<DeclaredMemory> declared, ByteSize heap, ByteSize limit) {
    /** The case of a container; null if it is none. */
    static @Nullable HeapBesideTmpfs of(Container container, ImageCatalog images) {
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty()) {
            return null;
        }
        TmpfsTotal total = TmpfsTotal.of(container);
        // what fills the limit alone is tmpfs-total-exceeds-memory's
        if (total.mounts().isEmpty() || !limit.get().exceeds(total.bytes())) {
            return null;
        }
        List<DeclaredMemory> declared = DeclaredMemory.of(container, images);
        ByteSize heap = DeclaredMemory.sum(declared);
        boolean fits = declared.isEmpty() || !total.bytes().plus(heap).exceeds(limit.get());
        // what the program takes alone is no matter of tmpfs
        return fits || !limit.get().exceeds(heap) ? null : new HeapBesideTmpfs(total, declared, heap, limit.get());
    }
}
