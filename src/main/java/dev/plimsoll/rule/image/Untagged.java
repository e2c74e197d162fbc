package dev.plimsoll.rule.image;

import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.rule.ServerCommand;
import java.util.List;
import java.util.Optional;

/** Images whose name leaves open which of their versions is pulled. */
final class Untagged {
    private Untagged() {}

    /** The image of a container that is pulled under a name; empty for one that is built, by digest, or not known. */
    static Optional<ImageReference> pulled(Container container) {
        Optional<ImageReference> image = container.image().known();
        boolean certain = container.build().isAbsent()
                && image.isPresent()
                && image.get().digest().isEmpty();
        return certain ? image : Optional.empty();
    }

    /** The image as messages show it: with the reference where a variable takes part. */
    static String quoted(Container container) {
        return container.image() instanceof Field.Present<ImageReference> present
                        && present.value().value().known().isPresent()
                ? Located.quoted(present.value()
                        .with(present.value().value().known().get().written()))
                : "";
    }

    /** Whether nothing in an image's tag can be a version: none at all, {@code latest}, {@code alpine}. */
    private static boolean isNewest(ImageReference image) {
        String tag = image.tag().orElse("");
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) >= '0' && tag.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The image of a container that keeps data which the next version of its image may not read; empty for others. Whether
     * anything is mounted for the data is not asked: a new container of a service takes over what its volumes without a name
     * hold, and that there is none is another fault.
     */
    static Optional<ImageFacts> keeper(Container container, ImageCatalog images) {
        Optional<ImageReference> image = pulled(container);
        if (image.isEmpty() || !isNewest(image.get())) {
            return Optional.empty();
        }
        Optional<ImageFacts> facts = images.of(container);
        if (facts.isEmpty()
                || facts.get().upgrade().isEmpty()
                || !ServerCommand.isRunBy(container)
                || facts.get().persistenceOff(container).isPresent()
                || TestingNames.sign(container).isPresent()) {
            return Optional.empty();
        }
        List<DataPath> paths = facts.get().dataPaths(container);
        return paths.isEmpty() || goesWithTheContainer(container, paths) ? Optional.empty() : facts;
    }

    /** Whether no later container can read the data: it is removed with the one that wrote it. */
    private static boolean goesWithTheContainer(Container container, List<DataPath> paths) {
        boolean removed = container.host().removedOnExit();
        for (DataPath path : paths) {
            removed &= container.mountOf(path.path()).isEmpty();
        }
        return removed;
    }
}
