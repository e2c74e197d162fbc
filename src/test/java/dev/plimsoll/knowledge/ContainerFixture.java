package dev.plimsoll.knowledge;

import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostConfig;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.MemoryTuning;
import dev.plimsoll.model.Relations;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A container as the rules see it, with as much as a test says. */
@NullMarked
final class ContainerFixture {
    private final Value<ImageReference> image;
    private String service = "app";
    private String file = "compose.yaml";
    private Field<CommandLine> command = new Field.Absent<>(here());
    private Field<CommandLine> entrypoint = new Field.Absent<>(here());
    private final Map<String, Located<Value<String>>> environment = new HashMap<>();
    private List<String> profiles = List.of();
    private List<String> directories = List.of();

    private ContainerFixture(String image) {
        this.image = image.contains("${")
                ? new Value.Interpolated<>(image, List.of("X"), Optional.empty())
                : new Value.Literal<>(ImageReference.parse(image), image);
    }

    /** A container of an image; a variable in its name is one that nobody knows. */
    static ContainerFixture of(String image) {
        return new ContainerFixture(image);
    }

    ContainerFixture service(String name) {
        service = name;
        return this;
    }

    ContainerFixture file(String path) {
        file = path;
        return this;
    }

    ContainerFixture profiles(String... names) {
        profiles = List.of(names);
        return this;
    }

    ContainerFixture directories(String... names) {
        directories = List.of(names);
        return this;
    }

    ContainerFixture command(String... words) {
        command = present(words);
        return this;
    }

    ContainerFixture entrypoint(String... words) {
        entrypoint = present(words);
        return this;
    }

    ContainerFixture hiddenCommand() {
        command = new Field.Unknown<>(here());
        return this;
    }

    ContainerFixture env(String name, String value) {
        environment.put(name, Located.of(new Value.Literal<>(value, value), here()));
        return this;
    }

    ContainerFixture unknownEnv(String name) {
        environment.put(
                name, Located.of(new Value.Interpolated<>("${X}", List.of("X"), Optional.<String>empty()), here()));
        return this;
    }

    Container build() {
        Location place = new Location(new SourceFile(file, ""), Span.at(0));
        return new Container(
                Located.of(service, place),
                Container.Dialect.COMPOSE,
                new Field.Present<>(place, Located.of(image, place)),
                new Field.Absent<>(place),
                BuiltImage.Source.NONE,
                command,
                entrypoint,
                environment,
                false,
                List.of(),
                List.of(),
                List.of(),
                new MemoryLimits(
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new MemoryTuning(
                                new Field.Absent<>(place),
                                new Field.Absent<>(place),
                                new Field.Absent<>(place),
                                new Field.Absent<>(place)),
                        List.of()),
                new HostConfig(
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        true,
                        false,
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place)),
                new Field.Absent<>(place),
                new Field.Absent<>(place),
                new Relations(
                        List.of(),
                        List.of(),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        new Field.Absent<>(place),
                        List.of()),
                profiles,
                false,
                directories,
                (change, causes, sink) -> Optional.of("not in a test"));
    }

    /** The paths as text, with their label behind them. */
    List<String> dataPaths() {
        List<String> shown = new ArrayList<>();
        for (DataPath path : facts().dataPaths(build())) {
            shown.add(path.versions().isEmpty() ? path.path().value() : path.path() + " " + path.versions());
        }
        return shown;
    }

    Optional<String> persistenceOff() {
        return facts().persistenceOff(build());
    }

    ImageFacts facts() {
        return ImageCatalog.builtIn().of(build()).orElseThrow();
    }

    /** {@code ${X}} as a word is one that nobody knows. */
    private static Field<CommandLine> present(String... words) {
        List<Text> texts = new ArrayList<>();
        for (String word : words) {
            if (word.equals("${X}")) {
                SourceFile file = new SourceFile("compose.yaml", word);
                texts.add(Text.builder(file, 0)
                        .unknown(new Span(0, word.length()))
                        .build());
            } else {
                SourceFile file = new SourceFile("compose.yaml", word);
                texts.add(Text.verbatim(new Location(file, new Span(0, word.length()))));
            }
        }
        CommandLine line = new CommandLine(texts);
        return new Field.Present<>(here(), Located.of(new Value.Literal<>(line, String.join(" ", words)), here()));
    }

    private static Location here() {
        return new Location(new SourceFile("compose.yaml", ""), Span.at(0));
    }
}
