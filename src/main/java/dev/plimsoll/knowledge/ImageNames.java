package dev.plimsoll.knowledge;

import dev.plimsoll.model.ImageReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** What was found for an image. */
    private record Found(ImageReference image, List<String> ownMirrors, Optional<ImageFacts> facts) {}

    private static final int[] NOTHING = {};

    private final String index;
    private final List<String> mirrors;
    /** The numbers of the images that have a name with a star, each with those names. */
    private final int[] starred;

    private final List<List<String>> patterns;
    /** Where the tables begin in the index, and what they count from. */
    private final int nameTable;

    private final int names;
    private final int nameCount;
    private final int imageTable;
    private final int images;

    /** What was found last. Threads may take it from each other, which does no harm. */
    private @Nullable Found last;

    /**
     * What was asked for, by the number of the image. Two threads may both make the same, which does no harm: all that facts
     * are made of is final, as it is here above.
     */
    private final @Nullable ImageFacts[] facts;

    /**
     * Names and facts.
     *
     * @param index what the build made of the image knowledge, see {@link ImageIndex}
     */
    ImageNames(String index) {
        this.index = index;
        IndexReader in = new IndexReader(index, 0);
        this.mirrors = in.texts();
        this.starred = new int[in.count()];
        this.patterns = new ArrayList<>(starred.length);
        for (int i = 0; i < starred.length; i++) {
            starred[i] = in.count();
            patterns.add(in.texts());
        }
        this.nameCount = in.count();
        this.nameTable = in.at();
        IndexReader behindNames = new IndexReader(index, nameTable + nameCount * 2);
        int imageCount = behindNames.count();
        this.imageTable = behindNames.at();
        IndexReader behindImages = new IndexReader(index, imageTable + imageCount * 2);
        int length = behindImages.number();
        this.names = behindImages.at();
        this.images = names + length;
        this.facts = new ImageFacts[imageCount];
    }

    /** What stands at the place that a table has for a number. */
    private IndexReader entry(int table, int base, int number) {
        return new IndexReader(index, base + new IndexReader(index, table + number * 2).number());
    }

    /** The numbers of the images of a name in full: the names are sorted, and most files ask for a few. */
    private int[] named(String name) {
        int low = 0;
        int high = nameCount - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            IndexReader entry = entry(nameTable, names, middle);
            int order = entry.text().compareTo(name);
            if (order == 0) {
                int[] numbers = new int[entry.count()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = entry.count();
                }
                return numbers;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return NOTHING;
    }

    /** The numbers of the images of which a pattern matches. */
    private int[] matching(String name) {
        int[] found = NOTHING;
        for (int i = 0; i < starred.length; i++) {
            if (matches(patterns.get(i), name)) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = starred[i];
            }
        }
        return found;
    }

    /**
     * The facts of an image.
     *
     * @param ownMirrors more prefixes of mirrors
     */
    @SuppressWarnings("ReferenceEquality") // it is about the same question, not about an equal one
    Optional<ImageFacts> find(ImageReference image, List<String> ownMirrors) {
        // the rules ask one after the other for the image of a container
        Found before = last;
        if (before != null && before.image() == image && before.ownMirrors() == ownMirrors) {
            return before.facts();
        }
        Optional<ImageFacts> facts = facts(image, ownMirrors);
        last = new Found(image, ownMirrors, facts);
        return facts;
    }

    private Optional<ImageFacts> facts(ImageReference image, List<String> ownMirrors) {
        String name = hubName(image.path(), ownMirrors);
        // a name in full beats a pattern
        int found = chosen(named(name), image);
        if (found == NONE) {
            found = chosen(matching(name), image);
        }
        return found < 0 ? Optional.empty() : Optional.of(facts(found));
    }

    /** Which of some images it is, by its tag. */
    private int chosen(int[] numbers, ImageReference image) {
        int plain = NONE;
        for (int i : numbers) {
            List<String> tags = entry(imageTable, images, i).texts();
            if (tags.isEmpty()) {
                plain = plain == NONE ? i : plain;
            } else if (image.hasOpenTag()) {
                return HIDDEN;
            } else if (image.tag().isPresent() && hasOne(image.tag().get(), tags)) {
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
            IndexReader in = entry(imageTable, images, number);
            in.texts();
            known = ImageIndex.facts(in);
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

    private static boolean matches(List<String> patterns, String name) {
        for (String pattern : patterns) {
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
        if (!name.regionMatches(0, pattern, 0, star)
                || !name.regionMatches(end, pattern, star + 1, pattern.length() - star - 1)) {
            return false;
        }
        int slash = name.indexOf('/', star);
        return slash < 0 || slash >= end;
    }
}
