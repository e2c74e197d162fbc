package dev.plimsoll.dockerfile;

import dev.plimsoll.dockerfile.Expansion.Expanded;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the instructions of one stage, on top of the stage that it goes on from. */
final class StageReader {
    private static final String SCRATCH = "scratch";

    /**
     * What all stages share.
     *
     * @param expansion resolves variables
     * @param escape the escape character
     * @param buildArgs the arguments that the build is given
     * @param globals the arguments in front of the first {@code FROM}
     * @param named the stages so far by name in lower case
     * @param stages the stages so far
     */
    record Build(
            Expansion expansion,
            char escape,
            Map<String, String> buildArgs,
            Scope globals,
            Map<String, StageReader> named,
            List<StageReader> stages) {}

    /**
     * How the stage begins.
     *
     * @param number its place in the file
     * @param name its name
     * @param line the {@code FROM}
     */
    record Start(int number, Optional<Text> name, Line line) {}

    private final Build build;
    private final Start start;
    private final @Nullable StageReader parent;
    private final Scope scope;
    private final Field<String> base;
    private final List<Located<Value<String>>> volumes = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    /** Numbers of the stages that this one takes files from. */
    private final Set<Integer> sources = new HashSet<>();

    private Field<String> user;
    private Field<ContainerPath> workdir;
    private @Nullable Healthcheck healthcheck;
    private @Nullable ImageCommand command;
    private boolean hasOwnCommand;
    private @Nullable ImageCommand entrypoint;
    private boolean hasTriggers;
    private boolean complete = true;

    /**
     * A stage without instructions.
     *
     * @param from what {@code FROM} names
     * @param known whether that is known
     * @param parent the stage that it names; null if it names an image
     */
    StageReader(Build build, Start start, Expanded from, boolean known, @Nullable StageReader parent) {
        this.build = build;
        this.start = start;
        this.parent = parent;
        if (parent == null) {
            boolean empty = known && from.text().value().equals(SCRATCH);
            this.scope = new Scope(null, !empty);
            this.base = new Field.Present<>(start.line().word().location(), base(from, known));
            Location anchor = start.line().at();
            this.user = new Field.Absent<>(anchor);
            this.workdir = new Field.Absent<>(anchor);
            return;
        }
        this.scope = new Scope(parent.scope, parent.scope.isOpen());
        this.base = parent.base;
        this.user = parent.user;
        this.workdir = parent.workdir;
        this.healthcheck = parent.healthcheck;
        this.command = parent.command;
        this.entrypoint = parent.entrypoint;
        // the other stage's triggers run here, which nobody reads
        this.complete = !parent.hasTriggers;
    }

    private static Located<Value<String>> base(Expanded from, boolean known) {
        Value<String> value = known
                ? from.value()
                : new Value.Interpolated<>(from.source().value(), from.variables(), Optional.empty());
        return Located.of(value, from.source().location());
    }

    int number() {
        return start.number();
    }

    void markIncomplete() {
        complete = false;
    }

    /** Reads an instruction, or leaves it out. */
    void read(Line line) {
        Text arguments = line.arguments();
        boolean understood = !arguments.isEmpty();
        if (understood) {
            understood = switch (line.keyword()) {
                case "ARG" -> new VariableReader(build, scope).arguments(line.arguments());
                case "ENV" -> line.flags().isEmpty() && new VariableReader(build, scope).environment(arguments);
                case "VOLUME" -> line.flags().isEmpty() && volumes(arguments);
                case "USER" -> line.flags().isEmpty() && user(line);
                case "WORKDIR" -> line.flags().isEmpty() && workdir(line);
                case "HEALTHCHECK" -> healthcheck(line);
                case "CMD" -> line.flags().isEmpty() && command(line);
                case "ENTRYPOINT" -> line.flags().isEmpty() && entrypoint(line);
                case "RUN" -> run(line);
                case "COPY", "ADD" -> copy(line);
                case "ONBUILD" -> {
                    hasTriggers = true;
                    yield true;
                }
                case "EXPOSE", "LABEL", "MAINTAINER", "SHELL", "STOPSIGNAL" -> true;
                default -> false;
            };
        }
        complete &= understood;
        if (understood && isPlain(line.keyword())) {
            instructions.add(new Instruction.Other(line.at(), line.keyword(), arguments));
        }
    }

    private static boolean isPlain(String keyword) {
        return switch (keyword) {
            case "RUN", "COPY", "ADD", "ONBUILD" -> false;
            default -> true;
        };
    }

    private Expanded expand(Text word) {
        return build.expansion().apply(word, scope);
    }

    private boolean volumes(Text arguments) {
        List<Text> words = Words.json(arguments);
        for (Text word : words == null ? Words.atBlanks(arguments) : words) {
            Text path = Blanks.strip(word);
            if (path.isEmpty()) {
                return false;
            }
            volumes.add(expand(path).located());
        }
        return true;
    }

    private boolean user(Line line) {
        user = new Field.Present<>(
                line.word().location(), expand(line.arguments()).located());
        return true;
    }

    private boolean workdir(Line line) {
        Expanded path = expand(line.arguments());
        Optional<ContainerPath> joined = Optional.empty();
        if (path.text().isKnown()) {
            joined = Paths.join(start(), path.text().value());
        }
        Value<ContainerPath> value = joined.isPresent() && path.text().isLiteral()
                ? new Value.Literal<>(joined.get(), path.source().value())
                : new Value.Interpolated<>(path.source().value(), path.variables(), joined);
        workdir = new Field.Present<>(
                line.word().location(), Located.of(value, path.source().location()));
        return true;
    }

    /** Where relative paths start: the working directory, which is the root in an empty image. */
    private Field<ContainerPath> start() {
        if (workdir.isPresent() || scope.isOpen()) {
            return workdir;
        }
        Value<ContainerPath> root = new Value.Literal<>(new ContainerPath("/"), "/");
        return new Field.Present<>(
                start.line().at(), Located.of(root, start.line().at()));
    }

    private boolean healthcheck(Line line) {
        Text arguments = line.arguments();
        String value = arguments.value();
        int wordEnd = 0;
        while (wordEnd < value.length() && !Blanks.isSpace(value.charAt(wordEnd))) {
            wordEnd++;
        }
        String kind = value.substring(0, wordEnd).toUpperCase(Locale.ROOT);
        Text rest = Blanks.strip(arguments.from(wordEnd));
        if (kind.equals("NONE") && rest.isEmpty()) {
            healthcheck = new Healthcheck(line.at(), Optional.empty());
            return true;
        }
        ImageCommand test = ImageCommand.read(line.at(), rest);
        if (!kind.equals("CMD") || test.line().words().isEmpty()) {
            return false;
        }
        healthcheck = new Healthcheck(line.at(), Optional.of(test));
        return true;
    }

    private boolean command(Line line) {
        command = ImageCommand.read(line.at(), line.arguments());
        hasOwnCommand = true;
        return true;
    }

    private boolean entrypoint(Line line) {
        entrypoint = ImageCommand.read(line.at(), line.arguments());
        if (!hasOwnCommand) {
            command = null;
        }
        return true;
    }

    private boolean run(Line line) {
        List<RunTmpfs> tmpfs = new ArrayList<>();
        MountReader mounts = new MountReader(build.expansion(), scope, start());
        for (Line.Flag flag : line.flags()) {
            if (flag.name().equals("mount")) {
                RunTmpfs mount = mounts.tmpfs(flag);
                if (mount != null) {
                    tmpfs.add(mount);
                }
                addMountSource(flag.value());
            }
        }
        instructions.add(new Instruction.Run(line.at(), start(), line.arguments(), line.documents(), tmpfs));
        return true;
    }

    private void addMountSource(Text mount) {
        for (Text option : MountReader.split(mount)) {
            if (option.value().regionMatches(true, 0, "from=", 0, 5)) {
                addSource(option.value().substring(5));
            }
        }
    }

    private OptionalInt addSource(String from) {
        OptionalInt number = DockerfileReader.number(from);
        if (number.isEmpty()) {
            StageReader stage = build.named().get(DockerfileReader.lower(from));
            number = stage == null ? OptionalInt.empty() : OptionalInt.of(stage.number());
        }
        if (number.isEmpty() || number.getAsInt() >= start.number()) {
            return OptionalInt.empty();
        }
        sources.add(number.getAsInt());
        return number;
    }

    private boolean copy(Line line) {
        List<Text> written = Words.json(line.arguments());
        List<Text> words = written == null ? Words.atBlanks(line.arguments()) : written;
        if (words.size() < 2) {
            return false;
        }
        Optional<Text> from = Optional.empty();
        OptionalInt stage = OptionalInt.empty();
        for (Line.Flag flag : line.flags()) {
            if (flag.name().equals("from") && line.keyword().equals("COPY")) {
                from = Optional.of(flag.value());
                stage = addSource(flag.value().value());
            }
        }
        List<Text> copied = new ArrayList<>();
        for (Text word : words.subList(0, words.size() - 1)) {
            if (line.documents().isEmpty() || !word.value().contains("<<")) {
                copied.add(expand(word).text());
            }
        }
        Text destination = expand(words.get(words.size() - 1)).text();
        Optional<ContainerPath> path =
                destination.isKnown() ? Paths.join(start(), destination.value()) : Optional.empty();
        instructions.add(new Instruction.Copy(line.at(), from, stage, copied, destination, path));
        return true;
    }

    /** Marks the stages that this one is made from. */
    void markUsed(boolean[] used) {
        if (parent != null) {
            used[parent.number()] = true;
        }
        for (int number : sources) {
            used[number] = true;
        }
    }

    BuildStage stage() {
        return new BuildStage(
                number(),
                start.name(),
                start.line().at(),
                parent == null ? OptionalInt.empty() : OptionalInt.of(parent.number()),
                settled(workdir),
                instructions,
                complete);
    }

    private boolean isWhole() {
        for (StageReader stage = this; stage != null; stage = stage.parent) {
            if (!stage.complete) {
                return false;
            }
        }
        return true;
    }

    private <T> Field<T> settled(Field<T> field) {
        return field.isAbsent() && !isWhole() ? new Field.Unknown<>(field.place()) : field;
    }

    private List<Located<Value<String>>> allVolumes() {
        List<StageReader> chain = new ArrayList<>();
        for (StageReader stage = this; stage != null; stage = stage.parent) {
            chain.add(0, stage);
        }
        List<Located<Value<String>>> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (StageReader stage : chain) {
            for (Located<Value<String>> volume : stage.volumes) {
                String known = volume.value().known().orElse(null);
                if (known == null || seen.add(known)) {
                    all.add(volume);
                }
            }
        }
        return all;
    }

    Dockerfile dockerfile(List<BuildStage> run, boolean fileComplete) {
        Map<String, Located<Value<String>>> environment = new LinkedHashMap<>();
        scope.collect(environment);
        return new Dockerfile(
                base,
                allVolumes(),
                settled(user),
                settled(workdir),
                Optional.ofNullable(healthcheck),
                Optional.ofNullable(command),
                Optional.ofNullable(entrypoint),
                environment,
                run,
                fileComplete && isWhole());
    }
}
