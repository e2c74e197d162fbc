package dev.plimsoll.model;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A {@code RUN --mount=type=tmpfs} of a Dockerfile: it lives for one instruction, and nothing written to it reaches the image.
 *
 * @param at the whole flag
 * @param path where it is mounted while the image is built; empty if that is not known
 * @param options everything between the commas of the flag, in order, keys in lower case
 * @param uses what shows that its content is wanted later, in order; empty where the instruction copies it out
 * @param writer changes its Dockerfile
 */
public record BuildTmpfs(
        Location at,
        Optional<ContainerPath> path,
        List<Located<TmpfsOption>> options,
        List<Use> uses,
        ChangeWriter<Change.OfBuild> writer) {
    /** Copies the lists. */
    public BuildTmpfs {
        options = List.copyOf(options);
        uses = List.copyOf(uses);
    }

    /**
     * A later place that needs what was written to it.
     *
     * @param at the place
     * @param path what is needed
     */
    public record Use(Location at, ContainerPath path) {}
}
