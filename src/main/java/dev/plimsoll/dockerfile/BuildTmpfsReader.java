package dev.plimsoll.dockerfile;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@code RUN --mount=type=tmpfs} of a Dockerfile, with what shows that their content is wanted afterwards: a
 * {@code COPY --from} of it, a command or working directory that lies in it, or a name that build tools give their output.
 */
public final class BuildTmpfsReader {
    /** A word without which a Dockerfile mounts no tmpfs; its case does not count, but nobody writes it otherwise. */
    public static final String WORD = "tmpfs";

    private static final ChangeWriter<Change.OfBuild> WRITER = new DockerfileWriter();

    private static final String ROOT = "/";

    /** Directories in which build tools leave what is to be kept. */
    private static final Set<String> OUTPUTS = Set.of(
            ".next", ".nuxt", ".output", ".svelte-kit", "_build", "bin", "build", "dist", "out", "output", "target");

    /** What Podman takes and Docker does not. Source: buildah internal/volumes/volumes.go, GetTmpfsMount. */
    private static final Set<String> OF_PODMAN =
            Set.of("nosuid", "nodev", "noexec", "tmpcopyup", "tmpfs-mode", "tmpfs-size");

    /** Directories of a base image, which may hold what is needed however empty the instruction leaves them. */
    private static final Set<String> SHARED = Set.of(
            "/etc",
            "/home",
            "/media",
            "/mnt",
            "/opt",
            "/root",
            "/srv",
            "/usr",
            "/usr/local",
            "/usr/share",
            "/usr/src",
            "/var",
            "/var/lib");

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
    /** Whether a directory counts as needed for its name alone. */
    private final boolean byName;

    private final boolean podman;
    /** Mounts whose uses are still looked for. */
    private int looks;

    /** A reader of one Dockerfile. */
    public BuildTmpfsReader(Dockerfile dockerfile) {
        this(dockerfile, true, false, MAX_MOUNTS);
    }

    private BuildTmpfsReader(Dockerfile dockerfile, boolean byName, boolean podman, int looks) {
        this.dockerfile = dockerfile;
        this.byName = byName;
        this.podman = podman;
        this.looks = looks;
    }

    /**
     * The mounts of a Dockerfile that is read for itself.
     *
     * @param tmpfs those of all that can be built from it, each once, in the order of the file
     * @param refusal why the Dockerfile is not read; empty if it is
     */
    public record Alone(List<BuildTmpfs> tmpfs, Optional<InputError> refusal) {
        /** Copies the list. */
        public Alone {
            tmpfs = List.copyOf(tmpfs);
        }
    }

    /**
     * Reads a Dockerfile for itself: any stage that no other is made from may be the one that is built.
     *
     * @param podman whether Podman may build it, so that the options which only Podman takes are left out
     */
    public static Alone alone(Text text, boolean podman) {
        if (!text.value().contains(WORD)) {
            return new Alone(List.of(), Optional.empty());
        }
        DockerfileReader.Targets targets = DockerfileReader.targets(text);
        Map<Integer, BuildTmpfs> found = new TreeMap<>();
        int looks = MAX_MOUNTS;
        for (int i = 0; i < targets.images().size(); i++) {
            // what a stage for tests leaves at such a name is rarely kept
            BuildTmpfsReader reader = new BuildTmpfsReader(targets.images().get(i), i == 0, podman, looks);
            for (BuildTmpfs mount : reader.read()) {
                int place = mount.at().span().start();
                BuildTmpfs known = found.get(place);
                if (known == null || known.uses().isEmpty()) {
                    found.put(place, mount);
                }
            }
            looks = reader.looks;
        }
        return new Alone(List.copyOf(found.values()), targets.refusal());
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

    /** The tmpfs mounts of the built stage and of those that it is made from, in the order of the file. */
    public List<BuildTmpfs> read() {
        List<BuildTmpfs> found = new ArrayList<>();
        for (BuildStage stage : dockerfile.stages()) {
            List<Instruction> instructions = stage.instructions();
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i) instanceof Instruction.Run run) {
                    for (RunTmpfs mount : run.tmpfs()) {
                        looks--;
                        List<BuildTmpfs.Use> uses = looks >= 0 ? uses(stage, i, run, mount) : List.of();
                        found.add(new BuildTmpfs(mount.at(), mount.path(), options(mount), uses, WRITER));
                    }
                }
            }
        }
        return found;
    }

    private List<Located<TmpfsOption>> options(RunTmpfs mount) {
        if (!podman) {
            return mount.options();
        }
        List<Located<TmpfsOption>> options = new ArrayList<>(mount.options().size());
        for (Located<TmpfsOption> option : mount.options()) {
            if (!OF_PODMAN.contains(option.value().key())) {
                options.add(option);
            }
        }
        return options;
    }

    private List<BuildTmpfs.Use> uses(BuildStage stage, int index, Instruction.Run run, RunTmpfs mount) {
        ContainerPath path = mount.path().orElse(null);
        if (path == null
                || path.value().equals(ROOT)
                || !stage.complete()
                || RunOutput.mayBeElsewhere(run, path)
                || isFilledOtherwise(stage, index, mentions(run, path.value()), path)) {
            return List.of();
        }
        List<BuildTmpfs.Use> found = new ArrayList<>();
        List<BuildTmpfs.Use> outputs = new ArrayList<>();
        String name = path.value().substring(path.value().lastIndexOf('/') + 1);
        boolean output = byName && OUTPUTS.contains(name) && RunOutput.builds(run);
        for (BuildStage later : dockerfile.stages()) {
            copies(stage, later, path, output, found, outputs);
        }
        boolean last = dockerfile.stages().get(dockerfile.stages().size() - 1).number() == stage.number();
        if (last) {
            command(dockerfile.command(), path, found);
            command(dockerfile.entrypoint(), path, found);
            if (output || mentions(run, path.value())) {
                workdirs(stage, index, path, found);
            }
            ContainerPath workdir = dockerfile.workdir().orNull();
            // mounted over the working directory itself it is where something is built from sources that it fetches
            boolean inWorkdir = workdir != null
                    && !workdir.value().equals(ROOT)
                    && !path.equals(workdir)
                    && path.isAtOrBelow(workdir);
            if (found.isEmpty() && output && workdir != null && inWorkdir) {
                outputs.add(new BuildTmpfs.Use(dockerfile.workdir().place(), path));
            }
        }
        if (!isScratch(path) && !SHARED.contains(path.value())) {
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
                } else if (output
                        && copied.isPresent()
                        && !copied.get().value().equals(ROOT)
                        && path.isAtOrBelow(copied.get())) {
                    outputs.add(new BuildTmpfs.Use(copy.at(), path));
                }
            }
        }
    }

    /** Later working directories, which Docker makes where the instruction leaves none. */
    private static void workdirs(BuildStage stage, int index, ContainerPath path, List<BuildTmpfs.Use> found) {
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

    private static boolean mentions(Instruction.Run run, String path) {
        boolean found = run.command().value().contains(path);
        for (Text script : run.scripts()) {
            found |= script.value().contains(path);
        }
        return found;
    }

    /**
     * Whether another instruction of the stage puts something there too, or names the path, or builds, and so may.
     *
     * @param named whether the instruction itself names the path, and so is the one that fills it
     */
    private static boolean isFilledOtherwise(BuildStage stage, int index, boolean named, ContainerPath path) {
        for (int i = 0; i < stage.instructions().size(); i++) {
            Instruction instruction = stage.instructions().get(i);
            if (instruction instanceof Instruction.Copy copy && mayFill(copy, path, i > index)) {
                return true;
            }
            if (i != index && instruction instanceof Instruction.Run other && !isMountedIn(other, path)) {
                boolean mayFill = !other.command().isKnown() || mentions(other, path.value());
                if (mayFill || (!named && RunOutput.builds(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is copied later may be a tree with the directory in it; what was there before is an older version. */
    private static boolean mayFill(Instruction.Copy copy, ContainerPath path, boolean later) {
        return copy.path().isEmpty()
                || copy.path().get().isAtOrBelow(path)
                || (later && path.isAtOrBelow(copy.path().get()));
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
