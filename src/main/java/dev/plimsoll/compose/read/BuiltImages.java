package dev.plimsoll.compose.read;

import dev.plimsoll.dockerfile.DockerfileReader;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images of a project's Dockerfiles, each read once for each set of arguments: many services may build one of them. */
public final class BuiltImages {
    /**
     * UTF-16 units of Dockerfiles that are read, as many as one file may have: thousands of services may build one long
     * file, each with arguments of its own. What is beyond is not known, so that no rule speaks of it.
     */
    private static final int MAX_UNITS = 16 * 1024 * 1024;

    private final Map<List<?>, BuiltImage> known = new HashMap<>();
    private long units;

    /** The image that a Dockerfile builds; empty where Dockerfiles were read so often that no more are. */
    Optional<BuiltImage> of(SourceFile dockerfile, Build build) {
        Map<String, String> args = build.knownArgs();
        List<?> asked = List.of(dockerfile, args, build.target());
        BuiltImage image = known.get(asked);
        if (image == null) {
            units += dockerfile.text().length();
            if (units > MAX_UNITS) {
                return Optional.empty();
            }
            image = BuiltImageReader.image(DockerfileReader.read(dockerfile, args, build.target()));
            known.put(asked, image);
        }
        return Optional.of(image);
    }
}
