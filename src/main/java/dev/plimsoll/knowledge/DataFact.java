package dev.plimsoll.knowledge;

import dev.plimsoll.model.ContainerPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a range of versions keeps data.
 *
 * @param from the first version of the range
 * @param to the first version after it
 * @param path the default, {@code {major}} standing for the first number of the version; empty if there is no default
 * @param volume what the image declares as a volume at or above the path; empty if nothing
 * @param settings what sets another path, the stronger first
 * @param alsoAt other paths that lead to the default
 * @param optional whether much of it may never be written
 */
record DataFact(
        TagVersion from,
        TagVersion to,
        String path,
        String volume,
        List<ImageSetting> settings,
        List<ContainerPath> alsoAt,
        boolean optional) {
    private static final String MAJOR = "{major}";

    boolean includes(TagVersion version) {
        return from.compareTo(version) <= 0 && version.compareTo(to) < 0;
    }

    boolean isNewest() {
        return to.is(TagVersion.END);
    }

    /** The default path; where it holds the version and that is not known, the volume around it. */
    Optional<ContainerPath> defaultPath(@Nullable TagVersion version) {
        if (!path.contains(MAJOR)) {
            return ContainerPath.of(path);
        }
        return ContainerPath.of(version == null ? volume : path.replace(MAJOR, Integer.toString(version.major())));
    }

    /** The declared volume, if the path lies in it. */
    Optional<ContainerPath> volumeOf(ContainerPath held) {
        Optional<ContainerPath> declared = ContainerPath.of(volume);
        return declared.isPresent() && held.isAtOrBelow(declared.get()) ? declared : Optional.empty();
    }

    /** The range in words. */
    String versions() {
        if (from.is(TagVersion.FIRST)) {
            return isNewest() ? "" : "before version " + to;
        }
        return isNewest() ? "since version " + from : "from version " + from + " to before " + to;
    }
}
