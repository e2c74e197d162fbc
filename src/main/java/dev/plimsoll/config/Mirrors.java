package dev.plimsoll.config;

import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** The key {@code mirrors}: hosts with what stands before the names of Docker Hub there. */
final class Mirrors {
    private Mirrors() {}

    /**
     * The mirrors of a configuration, each with a slash at its end.
     *
     * @param problems takes those that cannot stand before the name of an image
     */
    static List<String> of(List<YamlScalar> names, Problems problems) {
        List<String> mirrors = new ArrayList<>(0);
        for (YamlScalar written : names) {
            String mirror = written.value();
            boolean isHost = mirror.indexOf('.') > 0 || mirror.indexOf(':') > 0 || mirror.startsWith("localhost");
            if (!isHost || mirror.contains("//") || mirror.indexOf('*') >= 0 || mirror.indexOf(' ') >= 0) {
                problems.add(new InputException(
                        written.location(),
                        "\"" + mirror + "\" is not a mirror: write what comes before a Docker Hub name there, "
                                + "such as registry.example.com/hub"));
            }
            mirrors.add(mirror.endsWith("/") ? mirror : mirror + "/");
        }
        return mirrors;
    }
}
