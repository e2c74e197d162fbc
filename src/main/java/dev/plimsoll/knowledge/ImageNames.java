package dev.plimsoll.knowledge;

import dev.plimsoll.model.ImageReference;
import java.util.List;
import java.util.Optional;

/**
 * Finds an image's facts by its name. Registry and repository must be one that is listed: an image that somebody else
 * publishes under the same last name is another image.
 */
final class ImageNames {
    private static final String LIBRARY = "library/";

    private final List<String> mirrors;
    private final List<String> patterns;
    private final List<ImageFacts> facts;

    /**
     * Names and facts.
     *
     * @param mirrors what stands before a Docker Hub name at a mirror; a star at the beginning stands for anything
     * @param patterns names, a star in them standing for any text without a slash
     * @param facts the facts of each pattern
     */
    ImageNames(List<String> mirrors, List<String> patterns, List<ImageFacts> facts) {
        this.mirrors = mirrors;
        this.patterns = patterns;
        this.facts = facts;
    }

    Optional<ImageFacts> find(ImageReference image) {
        String name = hubName(image.path());
        // a name in full beats a pattern
        int found = patterns.indexOf(name);
        for (int i = 0; i < patterns.size() && found < 0; i++) {
            if (matches(patterns.get(i), name)) {
                found = i;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(facts.get(found));
    }

    /** The name at Docker Hub, if it is an image from there; else the name itself. */
    private String hubName(String path) {
        for (String mirror : mirrors) {
            int end = mirrorEnd(mirror, path);
            if (end > 0) {
                return path.startsWith(LIBRARY, end) ? path.substring(end + LIBRARY.length()) : path.substring(end);
            }
        }
        return path;
    }

    private static int mirrorEnd(String mirror, String path) {
        if (mirror.charAt(0) != '*') {
            return path.startsWith(mirror) ? mirror.length() : -1;
        }
        String part = mirror.substring(1);
        int found = path.indexOf(part);
        return found < 0 ? -1 : found + part.length();
    }

    private static boolean matches(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0 || name.length() < pattern.length() - 1) {
            return false;
        }
        int end = name.length() - (pattern.length() - star - 1);
        return name.regionMatches(0, pattern, 0, star)
                && name.endsWith(pattern.substring(star + 1))
                && name.substring(star, end).indexOf('/') < 0;
    }
}
