package dev.plimsoll.knowledge;

import dev.plimsoll.model.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds an image's facts by its name. Registry and repository must be one that is listed: an image that somebody else
 * publishes under the same last name is another image.
 */
final class ImageNames {
    private static final String LIBRARY = "library/";
    private static final String BELOW_LIBRARY = "/library/";
    private static final int NONE = -1;
    /** A variable hides which of several variants it is. */
    private static final int HIDDEN = -2;

    /**
     * An image of the index.
     *
     * @param patterns names, a star in them standing for any text without a slash
     * @param tags texts one of which its tag must have; empty if it is whatever the tag is
     * @param start where its facts begin in the index
     * @param length how many bytes they take
     */
    record Entry(List<String> patterns, List<String> tags, int start, int length) {}

    private static final int[] NOTHING = {};

    private final List<String> mirrors;
    private final List<Entry> entries;
    /** The numbers of the entries of a name in full: a rule or twenty ask for each container. */
    private final Map<String, int[]> byName;
    /** Those of entries that have a pattern with a star. */
    private final int[] withPattern;

    private final byte[] index;
    /** What was asked for, by the number of the entry. Two threads may both make the same, which does no harm. */
    private final @Nullable ImageFacts[] facts;

    /**
     * Names and facts.
     *
     * @param mirrors what stands before a Docker Hub name at a mirror; a star at the beginning stands for anything
     * @param entries the images
     * @param index what their facts are read from
     */
    ImageNames(List<String> mirrors, List<Entry> entries, byte[] index) {
        this.mirrors = mirrors;
        this.entries = entries;
        this.index = index;
        this.facts = new ImageFacts[entries.size()];
        this.byName = new HashMap<>();
        int[] starred = NOTHING;
        for (int i = 0; i < entries.size(); i++) {
            boolean isPattern = false;
            for (String pattern : entries.get(i).patterns()) {
                boolean star = pattern.indexOf('*') >= 0;
                isPattern |= star;
                if (!star) {
                    byName.put(pattern, with(i, byName.get(pattern)));
                }
            }
            starred = isPattern ? with(i, starred) : starred;
        }
        this.withPattern = starred;
    }

    private static int[] with(int number, int @Nullable [] before) {
        int length = before == null ? 0 : before.length;
        int[] all = before == null ? new int[1] : Arrays.copyOf(before, length + 1);
        all[length] = number;
        return all;
    }

    /**
     * The facts of an image.
     *
     * @param ownMirrors more prefixes of mirrors
     */
    Optional<ImageFacts> find(ImageReference image, List<String> ownMirrors) {
        String name = hubName(image.path(), ownMirrors);
        // a name in full beats a pattern
        int found = entry(byName.getOrDefault(name, NOTHING), image, null);
        if (found == NONE) {
            found = entry(withPattern, image, name);
        }
        return found < 0 ? Optional.empty() : Optional.of(facts(found));
    }

    /**
     * The entry of an image among some.
     *
     * @param name what a pattern of the entry must match; null if they do
     */
    private int entry(int[] numbers, ImageReference image, @Nullable String name) {
        int plain = NONE;
        for (int i : numbers) {
            Entry entry = entries.get(i);
            if (name != null && !matches(entry, name)) {
                continue;
            }
            if (entry.tags().isEmpty()) {
                plain = plain == NONE ? i : plain;
            } else if (image.hasOpenTag()) {
                return HIDDEN;
            } else if (image.tag().isPresent() && hasOne(image.tag().get(), entry.tags())) {
                return i;
            }
        }
        return plain;
    }

    private static boolean hasOne(String tag, List<String> texts) {
        for (String text : texts) {
            if (tag.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private ImageFacts facts(int number) {
        @Nullable ImageFacts known = facts[number];
        if (known == null) {
            Entry entry = entries.get(number);
            try {
                known = ImageIndex.facts(index, entry.start(), entry.length());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            facts[number] = known;
        }
        return known;
    }

    /** The name at Docker Hub, if it is an image from there; else the name itself. */
    String hubName(String path, List<String> ownMirrors) {
        int end = mirrorEnd(ownMirrors, path);
        if (end < 0) {
            end = mirrorEnd(mirrors, path);
        }
        if (end > 0) {
            return path.startsWith(LIBRARY, end) ? path.substring(end + LIBRARY.length()) : path.substring(end);
        }
        // where Docker Hub has its official images: a registry that has this too mirrors them
        int library = path.lastIndexOf(BELOW_LIBRARY);
        if (library <= 0) {
            return path;
        }
        String last = path.substring(library + BELOW_LIBRARY.length());
        return last.indexOf('/') < 0 ? last : path;
    }

    private static int mirrorEnd(List<String> mirrors, String path) {
        for (String mirror : mirrors) {
            int end = mirrorEnd(mirror, path);
            if (end > 0) {
                return end;
            }
        }
        return NONE;
    }

    private static int mirrorEnd(String mirror, String path) {
        if (mirror.charAt(0) != '*') {
            return path.startsWith(mirror) ? mirror.length() : NONE;
        }
        String part = mirror.substring(1);
        int found = path.indexOf(part);
        return found < 0 ? NONE : found + part.length();
    }

    private static boolean matches(Entry entry, String name) {
        for (String pattern : entry.patterns()) {
            if (matches(pattern, name)) {
                return true;
            }
        }
        return false;
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
