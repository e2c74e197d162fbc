package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of an image tell.
 *
 * @param versionAfter what stands before the version in a tag; empty if a tag begins with it
 * @param exceptTags texts in a tag that mark a variant of which nothing is known
 * @param untagged the version that a tag without one stands for; {@link TagVersion#END} for the newest,
 *     {@link TagVersion#FIRST} if nobody knows
 */
record TagRules(String versionAfter, List<String> exceptTags, TagVersion untagged) {
    /** The image of a container with its tag; null if it is not known. */
    private static @Nullable ImageReference image(Container container) {
        return container.contents().orElse(null);
    }

    /** The version of the image that a container runs; null if nothing tells it. */
    @Nullable
    TagVersion version(Container container) {
        @Nullable ImageReference image = image(container);
        if (image == null) {
            return null;
        }
        @Nullable
        TagVersion version = image.tag().isPresent() ? TagVersion.of(image.tag().get(), versionAfter) : null;
        boolean mayBeAny = image.digest().isPresent() || image.hasOpenTag();
        boolean stands = !untagged.is(TagVersion.END) && !untagged.is(TagVersion.FIRST);
        return version == null && stands && !mayBeAny ? untagged : version;
    }

    /** Whether a version that nobody knows hides where things are, as they differ between versions. */
    boolean isHidden(Container container, boolean differs) {
        @Nullable ImageReference image = image(container);
        boolean open = image != null && image.hasOpenTag();
        return version(container) == null && (untagged.is(TagVersion.FIRST) || (open && differs));
    }

    /** Whether the tag marks a variant of which nothing is known, or may do so. */
    boolean isExcepted(Container container) {
        @Nullable ImageReference image = image(container);
        if (image == null || exceptTags.isEmpty() || image.tag().isEmpty()) {
            return false;
        }
        if (image.hasOpenTag()) {
            return true;
        }
        for (String text : exceptTags) {
            if (image.tag().get().contains(text)) {
                return true;
            }
        }
        return false;
    }
}
