package dev.plimsoll.config;

import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** The key {@code mirrors}: hosts with what stands before the names of Docker Hub there. */
final class Mirrors {
    private Mirrors() {}

    /**
     * What a configuration names, each with a slash at its end.
     *
     * @throws InputException if one of them cannot stand before the name of an image
     */
    static List<String> of(Section section) throws InputException {
        List<String> mirrors = new ArrayList<>(0);
        for (YamlScalar written : section.strings("mirrors")) {
            String mirror = written.value();
            boolean isHost = mirror.indexOf('.') > 0 || mirror.indexOf(':') > 0 || mirror.startsWith("localhost");
            if (!isHost || mirror.contains("//") || mirror.indexOf('*') >= 0 || mirror.indexOf(' ') >= 0) {
                throw new InputException(
                        written.location(),
                        "\"" + mirror + "\" is not a mirror: write what comes before a Docker Hub name there, "
                                + "such as registry.example.com/hub");
            }
            mirrors.add(mirror.endsWith("/") ? mirror : mirror + "/");
        }
        return mirrors;
    }
}
