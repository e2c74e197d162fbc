package dev.plimsoll.dockerfile;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Field;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Dockerfile as BuildKit does, without images and without running anything. It takes any text: an instruction that
 * Docker would refuse is left out, and what hangs on it counts as unknown.
 */
public final class DockerfileReader {
    /** Most stages read: each looks variables up in all the stages below it. */
    private static final int MAX_STAGES = 250;

    /** Arguments that BuildKit sets by itself; what it sets them to depends on the machine. */
    private static final List<String> PLATFORM_ARGUMENTS = List.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");

    private final Text text;
    private final Map<String, String> buildArgs;
    private final LineReader.Lines lines;
    private final Expansion expansion;
    private final Scope globals = new Scope(null, false);
    private final List<StageReader> stages = new ArrayList<>();
    private final Map<String, StageReader> named = new HashMap<>();
    private boolean readable;
    private boolean globalsComplete = true;

    private DockerfileReader(Text text, Map<String, String> buildArgs) {
        this.text = text;
        this.buildArgs = buildArgs;
        this.lines = LineReader.read(text);
        this.expansion = new Expansion(lines.escape());
        this.readable = lines.refusal() == null;
    }

    /**
     * Reads a Dockerfile.
     *
     * @param file the file
     * @param buildArgs the arguments that the build is given, by name. A value may hold {@link Text#UNKNOWN} for a part
     *     that is not known
     * @param target the stage to build, by name or number; the last if there is none
     */
    public static Dockerfile read(SourceFile file, Map<String, String> buildArgs, Optional<String> target) {
        Text all = Text.verbatim(new Location(file, new Span(0, file.text().length())));
        return read(all, buildArgs, target);
    }

    /**
     * Reads a Dockerfile that stands within another file, such as {@code dockerfile_inline}.
     *
     * @param text the Dockerfile
     * @param buildArgs the arguments that the build is given, as above
     * @param target the stage to build, as above
     */
    public static Dockerfile read(Text text, Map<String, String> buildArgs, Optional<String> target) {
        return new DockerfileReader(text, buildArgs).read(target.orElse(""));
    }

    /**
     * Reads a Dockerfile that is built from the command line, if at all: with what {@code --target} may name.
     *
     * @param text the Dockerfile. Without a {@code FROM} it is a part of one, in a stage of which nothing else is known
     */
    static Targets targets(Text text) {
        DockerfileReader reader = new DockerfileReader(text, Map.of());
        InputError refusal = reader.lines.refusal();
        if (refusal == null && !reader.lines.foreign()) {
            reader.readLines(!reader.hasFrom());
            if (!reader.readable) {
                refusal = new InputError(
                        text.part(0, 0).location(), "more than " + MAX_STAGES + " stages of a Dockerfile are not read");
            }
        }
        return new Targets(reader.readable ? reader.allTargets() : List.of(), Optional.ofNullable(refusal));
    }

    /**
     * What can be built from a Dockerfile.
     *
     * @param images the image of the last stage, which is built where nobody says otherwise; then those of the other stages
     *     that no stage is made from, from the last to the first
     * @param refusal why the Dockerfile is not read; empty if it is, or if its grammar is not Docker's
     */
    record Targets(List<Dockerfile> images, Optional<InputError> refusal) {}

    private List<Dockerfile> allTargets() {
        boolean[] used = new boolean[stages.size()];
        for (StageReader stage : stages) {
            stage.markUsed(used);
        }
        List<Dockerfile> images = new ArrayList<>(1);
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (!used[i]) {
                images.add(result(stages.get(i)));
            }
        }
        return images;
    }

    private boolean hasFrom() {
        for (Line line : lines.lines()) {
            if (line.keyword().equals("FROM")) {
                return true;
            }
        }
        return false;
    }

    private Dockerfile read(String target) {
        readLines(false);
        StageReader built = readable ? find(target) : null;
        return built == null ? unknown() : result(built);
    }

    /** Reads all instructions, with an unknown {@code FROM} before them if there is none. */
    private void readLines(boolean part) {
        setPlatformArguments();
        if (part) {
            Text nowhere = text.part(0, 0);
            from(new Line(nowhere.location(), "FROM", nowhere, List.of(), nowhere, List.of()));
        }
        for (Line line : lines.lines()) {
            if (line.keyword().equals("FROM")) {
                from(line);
            } else if (!stages.isEmpty()) {
                stages.get(stages.size() - 1).read(line);
            } else if (line.keyword().equals("ARG")) {
                globalArgument(line);
            } else {
                globalsComplete = false;
            }
            if (!readable) {
                break;
            }
        }
    }

    private void setPlatformArguments() {
        for (String name : PLATFORM_ARGUMENTS) {
            globals.argument(name, buildArgs.getOrDefault(name, String.valueOf(Text.UNKNOWN)));
        }
    }

    private void globalArgument(Line line) {
        for (Text word : Quoting.dockerfile(lines.escape()).written(line.arguments())) {
            Argument argument = Argument.of(word);
            if (argument == null) {
                globalsComplete = false;
                continue;
            }
            String given = buildArgs.get(argument.name());
            if (given != null) {
                globals.argument(argument.name(), given);
            } else if (argument.value() != null) {
                globals.argument(
                        argument.name(),
                        expansion.apply(argument.value(), globals).text().value());
            } else {
                globals.declare(argument.name());
            }
        }
    }

    private void from(Line line) {
        if (stages.size() == MAX_STAGES) {
            readable = false;
            return;
        }
        List<Text> words = Words.atBlanks(line.arguments());
        boolean hasName = words.size() == 3 && words.get(1).value().equalsIgnoreCase("AS");
        boolean valid = hasName || words.size() == 1;
        Text image = words.isEmpty() ? line.arguments() : words.get(0);
        Expansion.Expanded base = expansion.apply(image, globals);
        boolean known = valid && base.text().isKnown() && !base.text().isEmpty();
        // a name in capitals can be no image, so it means the stage
        StageReader parent = known ? named.get(lower(base.text().value())) : null;
        StageReader stage = new StageReader(
                new StageReader.Build(expansion, lines.escape(), buildArgs, globals, named, stages),
                new StageReader.Start(stages.size(), hasName ? Optional.of(words.get(2)) : Optional.empty(), line),
                base,
                known,
                parent);
        if (!known && (!valid || !named.isEmpty())) {
            // it may go on from any stage of the file
            stage.markIncomplete();
        }
        stages.add(stage);
        if (hasName) {
            named.put(lower(words.get(2).value()), stage);
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private @Nullable StageReader find(String target) {
        if (stages.isEmpty()) {
            return null;
        }
        if (target.isEmpty()) {
            return stages.get(stages.size() - 1);
        }
        StageReader byName = named.get(lower(target));
        if (byName != null) {
            return byName;
        }
        OptionalInt number = number(target);
        return number.isPresent() && number.getAsInt() < stages.size() ? stages.get(number.getAsInt()) : null;
    }

    /** A stage's number; empty for any other text. */
    static OptionalInt number(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            number = number * 10 + digit;
        }
        return OptionalInt.of(number);
    }

    private Dockerfile unknown() {
        Location anchor = text.part(0, 0).location();
        return new Dockerfile(
                new Field.Unknown<>(anchor),
                List.of(),
                new Field.Unknown<>(anchor),
                new Field.Unknown<>(anchor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                false);
    }

    private Dockerfile result(StageReader built) {
        boolean[] used = new boolean[built.number() + 1];
        used[built.number()] = true;
        for (int i = built.number(); i >= 0; i--) {
            if (used[i]) {
                stages.get(i).markUsed(used);
            }
        }
        List<BuildStage> run = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                run.add(stages.get(i).stage());
            }
        }
        return built.dockerfile(run, globalsComplete && !lines.foreign());
    }
}
