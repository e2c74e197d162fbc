package dev.plimsoll.rule;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sizes that fixes give to tmpfs mounts without one: a share of the memory limit that depends on what the path is for,
 * all mounts of a container together up to half of it; a fixed size where no limit is known. A round number of mebibytes.
 *
 * <p>The shares are the upper ends of what is commonly advised: 10 to 20% of the memory for general files, 20 to 30% for
 * caches, 30 to 50% for builds. They are options of the rule {@code tmpfs-unbounded}, on whose page their defaults stand.
 *
 * @param general per cent of the limit for a path of no known use
 * @param cache per cent of the limit for a path that names a cache
 * @param build per cent of the limit for a path that names a build or workspace
 * @param withoutLimit the size where no limit is known
 */
public record SizePolicy(int general, int cache, int build, ByteSize withoutLimit) {
    private static final int ALL_TOGETHER_PERCENT = 50;

    private static final List<String> CACHE_NAMES = List.of("cache", "caches", ".cache");
    private static final List<String> BUILD_NAMES =
            List.of("build", "builds", "workspace", "target", "agent", "artifacts");

    /**
     * The size for a mount; empty if what the container has sized already leaves no room.
     *
     * @param sums one for all mounts that are asked for
     */
    public Optional<ByteSize> suggest(TmpfsMount mount, Container container, TmpfsSums sums) {
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty()) {
            return Optional.of(withoutLimit);
        }
        ByteSize free = percent(limit.get(), ALL_TOGETHER_PERCENT).minus(sums.total(container));
        long share = free.bytes() / Math.max(1, sums.unsized(container));
        ByteSize most = percent(limit.get(), percentFor(mount));
        return round(new ByteSize(Math.min(share, most.bytes())));
    }

    private int percentFor(TmpfsMount mount) {
        Optional<ContainerPath> path = mount.path();
        for (String part : path.isPresent() ? path.get().parts() : List.<String>of()) {
            String name = part.toLowerCase(Locale.ROOT);
            if (BUILD_NAMES.contains(name)) {
                return build;
            }
            if (CACHE_NAMES.contains(name)) {
                return cache;
            }
        }
        return general;
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
