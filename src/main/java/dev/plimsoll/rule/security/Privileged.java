package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container from which nothing of its host is withheld. */
public final class Privileged implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public Privileged(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "privileged";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null || !container.host().isPrivileged() || ByDesign.isFor(container, id(), images)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, written.privileged())
                .help("give it only the devices and capabilities it needs")
                .says("\"" + container.name().value()
                        + "\" is privileged: a process in it can use every device of the host and become root there"));
    }
}
