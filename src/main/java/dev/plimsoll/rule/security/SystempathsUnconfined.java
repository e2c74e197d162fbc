package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import java.util.List;

/** A container that sees and changes what the engine hides of {@code /proc} and {@code /sys}. */
public final class SystempathsUnconfined implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public SystempathsUnconfined(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "systempaths-unconfined";
    }

    @Override
    public List<Finding> check(Container container) {
        return SecurityOptions.removable(
                container,
                id(),
                "systempaths",
                "unconfined",
                "has all of /proc and /sys: root in it can change settings of the host's kernel",
                images);
    }
}
