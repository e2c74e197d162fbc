package dev.plimsoll.rule.image;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An image whose tag moves on, so that the next pull brings another program. */
public final class ImageUntagged implements ContainerRule {
    private final ImageCatalog images;
    private final String floating;

    /**
     * A rule on some tags.
     *
     * @param images knows these images
     * @param tags those that move on, separated by blanks
     */
    public ImageUntagged(ImageCatalog images, String tags) {
        this.images = images;
        this.floating = ' ' + tags.toLowerCase(Locale.ROOT) + ' ';
    }

    @Override
    public String id() {
        return "image-untagged";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ImageReference> image = Untagged.pulled(container);
        if (image.isEmpty() || !moves(image.get()) || isToldOtherwise(container)) {
            return List.of();
        }
        Optional<String> tag = image.get().tag();
        return List.of(FindingDraft.at(container, container.image())
                .help("name a version, " + image.get().path() + ":VERSION")
                .says("\"" + container.name().value() + "\" runs "
                        + (tag.isEmpty() ? "an image without a tag" : "the tag \"" + tag.get() + "\"")
                        + ": two hosts, or one host after a pull, may run different versions"));
    }

    private boolean moves(ImageReference image) {
        return image.tag().isEmpty()
                || floating.contains(' ' + image.tag().get().toLowerCase(Locale.ROOT) + ' ');
    }

    /** Whether database-untagged speaks of it, which says what happens to the data. */
    private boolean isToldOtherwise(Container container) {
        return Untagged.keeper(container, images).isPresent();
    }
}
