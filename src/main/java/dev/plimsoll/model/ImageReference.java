package dev.plimsoll.model;

import dev.plimsoll.source.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image's name, taken apart as Docker does it.
 *
 * @param registry the host it is pulled from; empty for Docker Hub
 * @param repository the path, without {@code library/}
 * @param tag the tag; empty if none is written. What only a variable could tell of it is {@link #OPEN}
 * @param digest {@code sha256:…}; empty if none is written
 * @param written the whole reference as written
 */
public record ImageReference(
        String registry, String repository, Optional<String> tag, Optional<String> digest, String written) {
    /** Stands in a tag for the part that only a variable's value could tell. */
    public static final char OPEN = Text.UNKNOWN;

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

    /**
     * A reference that variables without a known value are a part of, if they are parts of its tag alone:
     * {@code mysql:${TAG}}. They hide the version then, not the image.
     *
     * @param raw the reference as written
     * @return null if anything but the tag is not known
     */
    static @Nullable ImageReference ofKnownName(String raw) {
        int variable = raw.indexOf('$');
        int slash = raw.lastIndexOf('/');
        int colon = raw.indexOf(':', Math.max(0, slash));
        if (variable < 0 || colon <= 0 || colon > variable || slash > variable || raw.indexOf('@') >= 0) {
            return null;
        }
        char first = raw.charAt(0);
        if (first == '"' || first == '\'') {
            return null;
        }
        ImageReference named = parse(raw.substring(0, colon));
        return new ImageReference(
                named.registry,
                named.repository,
                Optional.of(raw.substring(colon + 1, variable) + OPEN),
                Optional.empty(),
                raw);
    }

    /** Whether a variable without a known value is a part of the tag. */
    public boolean hasOpenTag() {
        return tag.isPresent() && tag.get().indexOf(OPEN) >= 0;
    }

    /** Registry and repository, without tag and digest. */
    public String path() {
        return registry.isEmpty() ? repository : registry + "/" + repository;
    }
}
