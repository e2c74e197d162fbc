package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An instruction of a stage, with the working directory that holds for it. */
public sealed interface Instruction {
    /** From its keyword to its last argument, over continued lines; here-documents not included. */
    Location at();

    /**
     * {@code RUN}.
     *
     * @param at the whole instruction
     * @param workdir where it runs
     * @param command what it runs, without flags, as written: the shell resolves its variables
     * @param scripts the here-documents behind it, without their last line; {@code RUN <<EOF} runs the first
     * @param tmpfs its {@code --mount=type=tmpfs}, in order
     */
    record Run(Location at, Field<ContainerPath> workdir, Text command, List<Text> scripts, List<RunTmpfs> tmpfs)
            implements Instruction {
        /** Copies the lists. */
        public Run {
            scripts = List.copyOf(scripts);
            tmpfs = List.copyOf(tmpfs);
        }
    }

    /**
     * {@code COPY} or {@code ADD}.
     *
     * @param at the whole instruction
     * @param from what {@code --from} names; empty for the build context
     * @param stage the number of the stage that {@code from} names; empty if it is an image, another context, or not given
     * @param sources what is copied, variables resolved; here-documents are left out
     * @param destination where to, variables resolved
     * @param path the destination in the image, from the root; empty if it is not known
     */
    record Copy(
            Location at,
            Optional<Text> from,
            OptionalInt stage,
            List<Text> sources,
            Text destination,
            Optional<ContainerPath> path)
            implements Instruction {
        /** Copies the list. */
        public Copy {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Any other instruction.
     *
     * @param at the whole instruction
     * @param keyword its keyword in capitals
     * @param arguments what stands behind it and its flags, as written
     */
    record Other(Location at, String keyword, Text arguments) implements Instruction {}
}
