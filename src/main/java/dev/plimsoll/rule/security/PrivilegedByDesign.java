package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** The same for programs that do not run otherwise. */
public final class PrivilegedByDesign implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public PrivilegedByDesign(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "privileged-by-design";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null || !container.host().isPrivileged() || !ByDesign.isFor(container, "privileged", images)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, written.privileged())
                .help("keep it up to date, and give access only to people who may be root on the host")
                .says("\"" + container.name().value()
                        + "\" is privileged, as its image requires: a process in it can become root on the host"));
    }
}
