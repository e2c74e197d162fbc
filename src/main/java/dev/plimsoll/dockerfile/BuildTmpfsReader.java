package dev.plimsoll.dockerfile;

import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code RUN --mount=type=tmpfs} of a Dockerfile, with what shows that their content is wanted afterwards: a
 * {@code COPY --from} of it, a command or working directory that lies in it, or a name that build tools give their output.
 */
public final class BuildTmpfsReader {
    /** Programs that may carry files out of the mount. */
    private static final Set<String> COPIES = Set.of("cp", "mv", "tar", "rsync", "install", "dd", "cat", "tee", "zip");

    /** Directories in which build tools leave what is to be kept. */
    private static final Set<String> OUTPUTS = Set.of(
            ".next", ".nuxt", ".output", ".svelte-kit", "_build", "bin", "build", "dist", "out", "output", "target");

    /** Where what a build leaves is rarely wanted, unless the instruction names it. */
    private static final List<ContainerPath> SCRATCH = List.of(
            new ContainerPath("/tmp"),
            new ContainerPath("/var/tmp"),
            new ContainerPath("/var/cache"),
            new ContainerPath("/var/lib/apt"),
            new ContainerPath("/var/log"),
            new ContainerPath("/run"),
            new ContainerPath("/root/.cache"),
            new ContainerPath("/root/.npm"));

    /** Mounts whose uses are looked for; each takes a look at every instruction, and only a hostile file has more. */
    private static final int MAX_MOUNTS = 100;

    private final Dockerfile dockerfile;

    /** A reader of one Dockerfile. */
    public BuildTmpfsReader(Dockerfile dockerfile) {
        this.dockerfile = dockerfile;
    }

    /** Where the built stage and those below it copy files. */
    public static List<ContainerPath> copied(Dockerfile dockerfile) {
        List<ContainerPath> found = new ArrayList<>();
        int number = dockerfile.stages().isEmpty()
                ? -1
                : dockerfile.stages().get(dockerfile.stages().size() - 1).number();
        for (int i = dockerfile.stages().size() - 1; i >= 0; i--) {
            BuildStage stage = dockerfile.stages().get(i);
            if (stage.number() != number) {
                continue;
            }
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Instruction.Copy copy && copy.path().isPresent()) {
                    found.add(copy.path().get());
                }
            }
            number = stage.parent().orElse(-1);
        }
        return found;
    }

    /** The tmpfs mounts of the final stage, in the order of the file. */
    public List<BuildTmpfs> read() {
        List<BuildTmpfs> found = new ArrayList<>();
        for (BuildStage stage : dockerfile.stages()) {
            List<Instruction> instructions = stage.instructions();
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i) instanceof Instruction.Run run) {
                    for (RunTmpfs mount : run.tmpfs()) {
                        List<BuildTmpfs.Use> uses = found.size() < MAX_MOUNTS ? uses(stage, i, run, mount) : List.of();
                        found.add(new BuildTmpfs(mount.at(), mount.path(), mount.options(), uses));
                    }
                }
            }
        }
        return found;
    }

    private List<BuildTmpfs.Use> uses(BuildStage stage, int index, Instruction.Run run, RunTmpfs mount) {
        ContainerPath path = mount.path().orElse(null);
        if (path == null || path.value().equals("/") || copiesOut(run) || isFilledOtherwise(stage, index, path)) {
            return List.of();
        }
        List<BuildTmpfs.Use> found = new ArrayList<>();
        List<BuildTmpfs.Use> outputs = new ArrayList<>();
        String name = path.value().substring(path.value().lastIndexOf('/') + 1);
        for (BuildStage later : dockerfile.stages()) {
            copies(stage, later, path, OUTPUTS.contains(name), found, outputs);
        }
        boolean last = dockerfile.stages().get(dockerfile.stages().size() - 1).number() == stage.number();
        if (last) {
            afterwards(stage, index, path, found);
            ContainerPath workdir = dockerfile.workdir().orNull();
            if (found.isEmpty() && workdir != null && OUTPUTS.contains(name) && path.isAtOrBelow(workdir)) {
                outputs.add(new BuildTmpfs.Use(dockerfile.workdir().place(), path));
            }
        }
        if (!isScratch(path)) {
            return found.isEmpty() ? outputs : found;
        }
        List<BuildTmpfs.Use> named = new ArrayList<>();
        for (BuildTmpfs.Use use : found) {
            if (mentions(run, use.path().value())) {
                named.add(use);
            }
        }
        return named;
    }

    /** {@code COPY --from} this stage, of what lies in the mount, or of a tree whose output directory the mount is. */
    private static void copies(
            BuildStage from,
            BuildStage later,
            ContainerPath path,
            boolean output,
            List<BuildTmpfs.Use> found,
            List<BuildTmpfs.Use> outputs) {
        for (Instruction instruction : later.instructions()) {
            if (!(instruction instanceof Instruction.Copy copy) || copy.stage().orElse(-1) != from.number()) {
                continue;
            }
            for (Text source : copy.sources()) {
                // from another stage a path counts from the root
                Optional<ContainerPath> copied =
                        source.isKnown() ? ContainerPath.of("/" + source.value()) : Optional.empty();
                if (copied.isPresent() && copied.get().isAtOrBelow(path)) {
                    found.add(new BuildTmpfs.Use(copy.at(), copied.get()));
                } else if (output && copied.isPresent() && path.isAtOrBelow(copied.get())) {
                    outputs.add(new BuildTmpfs.Use(copy.at(), path));
                }
            }
        }
    }

    /** The command, entrypoint or working directory of the built image. */
    private void afterwards(BuildStage stage, int index, ContainerPath path, List<BuildTmpfs.Use> found) {
        command(dockerfile.command(), path, found);
        command(dockerfile.entrypoint(), path, found);
        for (Instruction instruction :
                stage.instructions().subList(index + 1, stage.instructions().size())) {
            ContainerPath workdir = instruction instanceof Instruction.Other other
                            && other.keyword().equals("WORKDIR")
                    ? ContainerPath.of(other.arguments().value()).orElse(null)
                    : null;
            if (workdir != null && workdir.isAtOrBelow(path)) {
                found.add(new BuildTmpfs.Use(instruction.at(), workdir));
            }
        }
    }

    private static void command(Optional<ImageCommand> command, ContainerPath path, List<BuildTmpfs.Use> found) {
        if (command.isEmpty()) {
            return;
        }
        for (List<Text> words :
                List.of(command.get().line().words(), command.get().line().script())) {
            for (Text word : words) {
                Optional<ContainerPath> named = word.isKnown() ? ContainerPath.of(word.value()) : Optional.empty();
                if (named.isPresent() && named.get().isAtOrBelow(path)) {
                    found.add(new BuildTmpfs.Use(command.get().at(), named.get()));
                    return;
                }
            }
        }
    }

    private static boolean isScratch(ContainerPath path) {
        for (ContainerPath scratch : SCRATCH) {
            if (path.isAtOrBelow(scratch)) {
                return true;
            }
        }
        return false;
    }

    private static boolean copiesOut(Instruction.Run run) {
        if (copies(run.command().value())) {
            return true;
        }
        for (Text script : run.scripts()) {
            if (copies(script.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean copies(String script) {
        int from = 0;
        for (int i = 0; i <= script.length(); i++) {
            char c = i < script.length() ? script.charAt(i) : ' ';
            boolean inWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
            if (!inWord) {
                if (COPIES.contains(script.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    private static boolean mentions(Instruction.Run run, String path) {
        boolean found = run.command().value().contains(path);
        for (Text script : run.scripts()) {
            found |= script.value().contains(path);
        }
        return found;
    }

    /** Whether another instruction of the stage puts something there too, or names the path and so may. */
    private static boolean isFilledOtherwise(BuildStage stage, int index, ContainerPath path) {
        for (int i = 0; i < stage.instructions().size(); i++) {
            Instruction instruction = stage.instructions().get(i);
            if (instruction instanceof Instruction.Copy copy
                    && (copy.path().isEmpty() || copy.path().get().isAtOrBelow(path))) {
                return true;
            }
            if (i != index
                    && instruction instanceof Instruction.Run run
                    && !isMountedIn(run, path)
                    && mentions(run, path.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMountedIn(Instruction.Run run, ContainerPath path) {
        for (RunTmpfs mount : run.tmpfs()) {
            if (mount.path().isPresent() && mount.path().get().equals(path)) {
                return true;
            }
        }
        return false;
    }
}
