package dev.plimsoll.knowledge;

import dev.plimsoll.model.ContainerPath;
import java.util.Optional;

/**
 * A directory whose loss is a loss of data.
 *
 * @param path where the data is
 * @param volume the directory at or above it that the image declares as a volume: the one to mount something at; empty
 *     if it declares none
 * @param versions which versions of the image keep it there, such as "before version 18"; empty unless the tag leaves
 *     the version open and the newest keeps it elsewhere
 * @param written the path as messages show it: with the reference where a variable takes part
 * @param part whether it is what the path before it in the list is, or something else to be kept
 */
public record DataPath(
        ContainerPath path, Optional<ContainerPath> volume, String versions, String written, DataPart part) {
    /**
     * Whether something mounted there would hold the data. What is mounted above a declared volume would not: Docker
     * mounts an anonymous volume over it.
     *
     * @param target where it is mounted
     */
    public boolean isHeldBy(ContainerPath target) {
        return path.isAtOrBelow(target) && (volume.isEmpty() || target.isAtOrBelow(volume.get()));
    }

    /** Whether the place to mount something at may be written into a file: no variable takes part in it. */
    public boolean isWritten() {
        return volume.isPresent() || written.equals(path.value());
    }

    /** The place to mount something at, as messages show it. */
    public String shownMountPoint() {
        return volume.isPresent() ? volume.get().value() : written;
    }

    /** Where to mount something that is to hold the data. */
    public ContainerPath mountPoint() {
        return volume.orElse(path);
    }
}
