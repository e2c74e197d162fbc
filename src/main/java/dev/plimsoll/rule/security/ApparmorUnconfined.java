package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import java.util.List;

/** A container without the profile that AppArmor has for it. */
public final class ApparmorUnconfined implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public ApparmorUnconfined(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "apparmor-unconfined";
    }

    @Override
    public List<Finding> check(Container container) {
        return SecurityOptions.removable(
                container,
                id(),
                "apparmor",
                "unconfined",
                "runs without an AppArmor profile: on hosts with AppArmor it loses the protection of Docker's default one",
                images);
    }
}
