package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of a Dockerfile from one {@code FROM} to the next.
 *
 * @param number its place in the file, from 0, as {@code COPY --from=0} counts
 * @param name the name behind {@code AS}, as written
 * @param from the whole {@code FROM} instruction
 * @param parent the number of the stage that it goes on from; empty if it starts with an image
 * @param workdir the working directory at its end
 * @param instructions what follows, in order; without {@code ONBUILD}, comments and what could not be read
 * @param complete whether all of it was understood
 */
public record BuildStage(
        int number,
        Optional<Text> name,
        Location from,
        OptionalInt parent,
        Field<ContainerPath> workdir,
        List<Instruction> instructions,
        boolean complete) {
    /** Copies the list. */
    public BuildStage {
        instructions = List.copyOf(instructions);
    }
}
