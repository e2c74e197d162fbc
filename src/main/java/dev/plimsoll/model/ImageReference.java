package dev.plimsoll.model;

import java.util.Optional;

/**
 * An image's name, taken apart as Docker does it.
 *
 * @param registry the host it is pulled from; empty for Docker Hub
 * @param repository the path, without {@code library/}
 * @param tag the tag; empty if none is written
 * @param digest {@code sha256:…}; empty if none is written
 * @param written the whole reference as written
 */
public record ImageReference(
        String registry, String repository, Optional<String> tag, Optional<String> digest, String written) {
    private static final String HUB = "docker.io/";
    private static final String HUB_INDEX = "index.docker.io/";
    private static final String LIBRARY = "library/";

    /** Takes a reference apart. Any text has parts; whether the engine accepts it is not asked. */
    public static ImageReference parse(String reference) {
        String rest = reference;
        Optional<String> digest = Optional.empty();
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Optional.of(rest.substring(at + 1));
            rest = rest.substring(0, at);
        }
        Optional<String> tag = Optional.empty();
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = Optional.of(rest.substring(colon + 1));
            rest = rest.substring(0, colon);
        }
        if (rest.startsWith(HUB)) {
            rest = rest.substring(HUB.length());
        } else if (rest.startsWith(HUB_INDEX)) {
            rest = rest.substring(HUB_INDEX.length());
        }
        String registry = "";
        int slash = rest.indexOf('/');
        if (slash > 0) {
            String first = rest.substring(0, slash);
            if (first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost")) {
                registry = first;
                rest = rest.substring(slash + 1);
            }
        }
        if (registry.isEmpty() && rest.startsWith(LIBRARY)) {
            rest = rest.substring(LIBRARY.length());
        }
        return new ImageReference(registry, rest, tag, digest, reference);
    }

    /** Registry and repository, without tag and digest. */
    public String path() {
        return registry.isEmpty() ? repository : registry + "/" + repository;
    }
}
