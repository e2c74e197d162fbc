package dev.plimsoll.dockerfile;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile says of the image that is built from it: the settings of one stage with those of the stages below it.
 * The base image may bring settings of its own. So {@link Field.Absent} means here that the Dockerfile leaves the matter to
 * its base image, and {@link Field.Unknown} that a part which could not be read may have settled it.
 *
 * @param base the image at the bottom, as {@code FROM} names it, or {@code scratch}; never the name of a stage
 * @param volumes paths of {@code VOLUME}, each once, in order
 * @param user the last {@code USER}
 * @param workdir the working directory at the end; without a known value if it hangs on the base image's
 * @param healthcheck the last {@code HEALTHCHECK}; empty if there is none
 * @param command the last {@code CMD} that still holds: an {@code ENTRYPOINT} in a later stage drops it, the base image's too
 * @param entrypoint the last {@code ENTRYPOINT}; an {@code ENTRYPOINT []} has no words
 * @param environment the variables of {@code ENV}, by name
 * @param stages the stages that the build runs, in order: the built one, which is the last, and those it is made from;
 *     empty if the stage to build is not known
 * @param complete whether every instruction of the built stage and of the stages below it was understood, so that what is
 *     absent is not there
 */
public record Dockerfile(
        Field<String> base,
        List<Located<Value<String>>> volumes,
        Field<String> user,
        Field<ContainerPath> workdir,
        Optional<Healthcheck> healthcheck,
        Optional<ImageCommand> command,
        Optional<ImageCommand> entrypoint,
        Map<String, Located<Value<String>>> environment,
        List<BuildStage> stages,
        boolean complete) {
    /** Copies the collections; the variables keep their order. */
    public Dockerfile {
        volumes = List.copyOf(volumes);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        stages = List.copyOf(stages);
    }

    /** The stage that is built; empty if it is not known. */
    public Optional<BuildStage> built() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    /** The {@code RUN} instructions of all stages that have a {@code --mount=type=tmpfs}, in order. */
    public List<Instruction.Run> runsOnTmpfs() {
        List<Instruction.Run> found = new ArrayList<>();
        for (BuildStage stage : stages) {
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Instruction.Run run && !run.tmpfs().isEmpty()) {
                    found.add(run);
                }
            }
        }
        return found;
    }
}
