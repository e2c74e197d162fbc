package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import java.util.List;
import java.util.Optional;

/** What is known of published images. */
public final class ImageCatalog {
    private static final ImageCatalog BUILT_IN = new ImageCatalog(List.of());

    /** Prefixes of mirrors, beside those that are known. */
    private final List<String> mirrors;

    private ImageCatalog(List<String> mirrors) {
        this.mirrors = mirrors;
    }

    /**
     * The same knowledge, also of what mirrors of one's own serve.
     *
     * @param prefixes what stands there before the names of Docker Hub, such as {@code registry.example.com/hub/}
     */
    public ImageCatalog with(List<String> prefixes) {
        return prefixes.equals(mirrors) ? this : new ImageCatalog(List.copyOf(prefixes));
    }

    /** The knowledge in this program. It is read when the first image is looked for, once. */
    public static ImageCatalog builtIn() {
        return BUILT_IN;
    }

    /**
     * What is known of an image.
     *
     * @param image the image; its tag matters only where tags of one name are different programs or layouts
     * @return empty for an image that we do not know for certain: one of an unknown publisher is not the official one
     */
    public Optional<ImageFacts> find(ImageReference image) {
        return Index.NAMES.find(image, mirrors);
    }

    /** The name that an image has at Docker Hub, without {@code library/}; its own path if it is not from there. */
    public String hubName(ImageReference image) {
        return Index.NAMES.hubName(image.path(), mirrors);
    }

    /** What is known of the image whose contents a container runs; empty if that is not known for certain. */
    public Optional<ImageFacts> of(Container container) {
        Optional<ImageReference> image = container.contents();
        return image.isPresent() ? find(image.get()) : Optional.empty();
    }

    /** Read when this class is first used, which the JVM does once however many threads ask. */
    private static final class Index {
        static final ImageNames NAMES = new ImageNames(BuiltInImages.text());
    }
}
