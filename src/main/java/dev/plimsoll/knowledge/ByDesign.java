package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * What images do to their host on purpose, as their guides say. An image counts by its repository, whichever registry
 * serves it: to be silent about a copy of another name does less harm than to speak of the image itself.
 *
 * <p>The index has a line for each repository and purpose: repository, texts in a tag of which it must have one, ids of
 * rules and names of capabilities. The fields are separated by tabs, their words by blanks.
 */
public final class ByDesign {
    private ByDesign() {}

    /**
     * Whether a container runs an image that is made for what a rule is about.
     *
     * @param what the rule's id, or the name of a capability
     * @param images knows the registries that serve other images under their names
     */
    public static boolean isFor(Container container, String what, ImageCatalog images) {
        ImageReference image = container.contents().orElse(null);
        return image != null && (isFor(image, image.repository(), what) || isFor(image, images.hubName(image), what));
    }

    private static boolean isFor(ImageReference image, String repository, String what) {
        String lines = Index.LINES;
        String start = "\n" + repository + "\t";
        for (int at = lines.indexOf(start); at >= 0; at = lines.indexOf(start, at + 1)) {
            int tags = at + start.length();
            int words = lines.indexOf('\t', tags);
            int end = lines.indexOf('\n', words);
            if (hasTag(image, lines.substring(tags, words)) && hasWord(lines.substring(words + 1, end), what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTag(ImageReference image, String tags) {
        if (tags.isEmpty() || image.hasOpenTag()) {
            return true;
        }
        @Nullable String tag = image.tag().orElse(null);
        for (int from = 0; tag != null && from < tags.length(); ) {
            int blank = tags.indexOf(' ', from);
            int to = blank < 0 ? tags.length() : blank;
            if (tag.contains(tags.substring(from, to))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean hasWord(String words, String wanted) {
        return (' ' + words + ' ').contains(' ' + wanted + ' ');
    }

    /** Read when this class is first used, which the JVM does once however many threads ask. */
    private static final class Index {
        /** Each line between two line breaks. */
        static final String LINES = '\n' + BuiltInPurposes.text();
    }
}
