package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsTotal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The size that a fix gives a tmpfs without one: of the memory limit up to 20 % in general, 30 % for a cache, 50 % for a
 * build, all mounts of a container together up to half; 64m where no limit is known. A round number of mebibytes.
 */
final class SuggestedSize {
    private static final ByteSize WITHOUT_LIMIT = ByteSize.mebibytes(64);
    private static final int GENERAL_PERCENT = 20;
    private static final int CACHE_PERCENT = 30;
    private static final int BUILD_PERCENT = 50;
    private static final int ALL_TOGETHER_PERCENT = 50;

    private static final List<String> CACHE_NAMES = List.of("cache", "caches", ".cache");
    private static final List<String> BUILD_NAMES =
            List.of("build", "builds", "workspace", "target", "agent", "artifacts");

    private SuggestedSize() {}

    /** The size for a mount; empty if what the container has sized already leaves no room. */
    static Optional<ByteSize> of(TmpfsMount mount, Container container) {
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty()) {
            return Optional.of(WITHOUT_LIMIT);
        }
        ByteSize free = percent(limit.get(), ALL_TOGETHER_PERCENT)
                .minus(TmpfsTotal.of(container).bytes());
        long share = free.bytes() / Math.max(1, unsized(container));
        ByteSize most = percent(limit.get(), percentFor(mount));
        return round(new ByteSize(Math.min(share, most.bytes())));
    }

    private static int unsized(Container container) {
        int count = 0;
        for (TmpfsMount mount : container.tmpfsMounts()) {
            if (mount.bytes().isEmpty()) {
                count++;
            }
        }
        return count;
    }

    private static int percentFor(TmpfsMount mount) {
        Optional<ContainerPath> path = mount.path();
        for (String part : path.isPresent() ? path.get().parts() : List.<String>of()) {
            String name = part.toLowerCase(Locale.ROOT);
            if (BUILD_NAMES.contains(name)) {
                return BUILD_PERCENT;
            }
            if (CACHE_NAMES.contains(name)) {
                return CACHE_PERCENT;
            }
        }
        return GENERAL_PERCENT;
    }

    private static ByteSize percent(ByteSize size, int percent) {
        return new ByteSize(size.bytes() / 100 * percent + size.bytes() % 100 * percent / 100);
    }

    /** The largest 2^k or 3·2^k mebibytes that fit. */
    private static Optional<ByteSize> round(ByteSize most) {
        long fitting = 0;
        for (long unit = ByteSize.MIB; unit > 0 && unit <= most.bytes(); unit *= 2) {
            fitting = Math.max(fitting, unit);
            if (unit / 2 * 3 <= most.bytes()) {
                fitting = Math.max(fitting, unit == ByteSize.MIB ? unit : unit / 2 * 3);
            }
        }
        return fitting == 0 ? Optional.empty() : Optional.of(new ByteSize(fitting));
    }
}
