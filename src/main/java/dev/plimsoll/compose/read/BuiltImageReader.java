package dev.plimsoll.compose.read;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.dockerfile.Dockerfile;
import dev.plimsoll.dockerfile.Healthcheck;
import dev.plimsoll.dockerfile.ImageCommand;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The image of a {@code build:} whose Dockerfile is here; read when a rule first asks for it. */
final class BuiltImageReader implements BuiltImage.Source {
    private static final String DOCKERFILE = "Dockerfile";

    private final Build build;
    private final ProjectFiles files;
    private final BuiltImages images;
    private @Nullable BuiltImage image;
    private boolean done;

    BuiltImageReader(Build build, ProjectFiles files, BuiltImages images) {
        this.images = images;
        this.build = build;
        this.files = files;
    }

    @Override
    public Optional<BuiltImage> image() {
        if (!done) {
            image = read().orElse(null);
            done = true;
        }
        return Optional.ofNullable(image);
    }

    @Override
    public List<BuildTmpfs> tmpfs() {
        Optional<File> file = done ? Optional.empty() : file();
        if (file.isPresent() && files.isOwnFile(file.get())) {
            try {
                if (!files.read(file.get()).text().contains(BuildTmpfsReader.WORD)) {
                    return List.of();
                }
            } catch (UnreadableSourceException e) {
                return List.of();
            }
        }
        return image().isPresent() ? image().get().tmpfs() : List.of();
    }

    private Optional<BuiltImage> read() {
        Optional<File> file = file();
        if (file.isEmpty() || !files.isOwnFile(file.get())) {
            return Optional.empty();
        }
        try {
            return images.of(files.read(file.get()), build);
        } catch (UnreadableSourceException e) {
            return Optional.empty();
        }
    }

    private Optional<File> file() {
        Optional<String> context = build.context().value().known();
        boolean elsewhere = build.inline() || build.otherContexts() || context.isEmpty();
        if (elsewhere || context.get().contains("://") || context.get().startsWith("git@")) {
            return Optional.empty();
        }
        File base = files.directoryOf(build.context().at().file());
        File directory = ProjectFiles.resolve(new File(base, "."), context.get());
        Optional<Located<Value<String>>> named = build.dockerfile();
        if (named.isEmpty()) {
            return Optional.of(new File(directory, DOCKERFILE));
        }
        Optional<String> name = named.get().value().known();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(ProjectFiles.resolve(new File(directory, "."), name.get()));
    }

    /** The image that a Dockerfile makes. */
    static BuiltImage image(Dockerfile dockerfile) {
        Location anchor = dockerfile.base().place();
        return new BuiltImage(
                base(dockerfile.base()),
                dockerfile.volumes(),
                dockerfile.user(),
                dockerfile.workdir(),
                healthCheck(dockerfile, anchor),
                command(dockerfile.command(), anchor, dockerfile.complete()),
                command(dockerfile.entrypoint(), anchor, dockerfile.complete()),
                dockerfile.environment(),
                BuildTmpfsReader.copied(dockerfile),
                new BuildTmpfsReader(dockerfile).read());
    }

    private static Field<ImageReference> base(Field<String> base) {
        if (!(base instanceof Field.Present<String> present)) {
            return new Field.Unknown<>(base.place());
        }
        Value<String> value = present.value().value();
        Optional<String> known = value.known();
        Value<ImageReference> reference = known.isPresent()
                ? new Value.Literal<>(ImageReference.parse(known.get()), value.raw())
                : new Value.Interpolated<>(value.raw(), List.of(), Optional.empty());
        return new Field.Present<>(present.key(), present.value().with(reference));
    }

    private static Field<HealthCheck> healthCheck(Dockerfile dockerfile, Location anchor) {
        Optional<Healthcheck> written = dockerfile.healthcheck();
        if (written.isEmpty()) {
            return Values.missing(anchor, !dockerfile.complete());
        }
        Location at = written.get().at();
        HealthCheck check = new HealthCheck(written.get().isNone(), List.of());
        return new Field.Present<>(at, Located.of(new Value.Literal<>(check, at.text()), at));
    }

    private static Field<CommandLine> command(Optional<ImageCommand> written, Location anchor, boolean complete) {
        if (written.isEmpty()) {
            return Values.missing(anchor, !complete);
        }
        Location at = written.get().at();
        return new Field.Present<>(
                at, Located.of(new Value.Literal<>(written.get().line(), at.text()), at));
    }
}
