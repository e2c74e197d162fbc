package dev.plimsoll.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile makes of its base image, as far as rules ask. Absent means that the base image decides; unknown that
 * a part of the Dockerfile could not be read.
 *
 * @param base the image that the built stage begins from
 * @param volumes paths that it declares as volumes
 * @param user whom the container runs as
 * @param workdir the working directory
 * @param healthCheck its {@code HEALTHCHECK}
 * @param command its {@code CMD}
 * @param entrypoint its {@code ENTRYPOINT}
 * @param environment variables that it sets, by name
 * @param copied where {@code COPY} and {@code ADD} put files, as far as that is known
 * @param tmpfs tmpfs mounts of its build
 */
public record BuiltImage(
        Field<ImageReference> base,
        List<Located<Value<String>>> volumes,
        Field<String> user,
        Field<ContainerPath> workdir,
        Field<HealthCheck> healthCheck,
        Field<CommandLine> command,
        Field<CommandLine> entrypoint,
        Map<String, Located<Value<String>>> environment,
        List<ContainerPath> copied,
        List<BuildTmpfs> tmpfs) {
    /** Copies the collections. */
    public BuiltImage {
        volumes = List.copyOf(volumes);
        environment = Map.copyOf(environment);
        copied = List.copyOf(copied);
        tmpfs = List.copyOf(tmpfs);
    }

    /** Reads it when a rule first asks: most runs never do. */
    public interface Source {
        /** No build, or a Dockerfile that is not here. */
        Source NONE = new Source() {
            @Override
            public Optional<BuiltImage> image() {
                return Optional.empty();
            }

            @Override
            public List<BuildTmpfs> tmpfs() {
                return List.of();
            }
        };

        /** The image that is built; empty if its Dockerfile is not here. */
        Optional<BuiltImage> image();

        /** Its {@link BuiltImage#tmpfs()}; does not take the Dockerfile apart where it has none. */
        List<BuildTmpfs> tmpfs();
    }
}
