package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A {@code --mount=type=tmpfs} of a {@code RUN}: it is there for this one instruction, and nothing written to it reaches the
 * image.
 *
 * @param at the whole flag
 * @param target the path as given by {@code target}, {@code dst} or {@code destination}
 * @param path the path from the root; without a target it is the working directory; empty if it is not known
 * @param size how far it may grow, in Docker's grammar; absent if it is not given or zero: half of the host's memory
 * @param options everything between the commas, in order, {@code type}, {@code target} and {@code size} included; keys in
 *     lower case
 */
public record RunTmpfs(
        Location at,
        Field<String> target,
        Optional<ContainerPath> path,
        Field<TmpfsSize> size,
        List<Located<TmpfsOption>> options) {
    /** Copies the list. */
    public RunTmpfs {
        options = List.copyOf(options);
    }
}
