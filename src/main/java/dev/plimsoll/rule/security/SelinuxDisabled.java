package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import java.util.List;

/** A container that SELinux does not keep apart. */
public final class SelinuxDisabled implements ContainerRule {
    /** The type of containers that manage their host, which SELinux does not confine. */
    private static final String UNCONFINED_TYPE = "type:spc_t";

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public SelinuxDisabled(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "selinux-disabled";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = check(container, "disable");
        return findings.isEmpty() ? check(container, UNCONFINED_TYPE) : findings;
    }

    private List<Finding> check(Container container, String value) {
        return SecurityOptions.removable(
                container,
                id(),
                "label",
                value,
                "runs without SELinux separation: on hosts with SELinux it is not confined to files labeled for it",
                images);
    }
}
