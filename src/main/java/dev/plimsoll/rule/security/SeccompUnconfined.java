package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import java.util.List;

/** A container that may make every system call. */
public final class SeccompUnconfined implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public SeccompUnconfined(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "seccomp-unconfined";
    }

    @Override
    public List<Finding> check(Container container) {
        return SecurityOptions.removable(
                container,
                id(),
                "seccomp",
                "unconfined",
                "runs without a seccomp profile: it can make system calls that Docker blocks by default",
                images);
    }
}
