package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that sees the processes of its host. */
public final class HostPid implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HostPid(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "host-pid";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        if (written == null
                || !written.pid().known().orElse("").equals("host")
                || ByDesign.isFor(container, id(), images)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, written.pid())
                .help("remove it, or share the processes of one container only: container:NAME or service:NAME")
                .says("\"" + container.name().value()
                        + "\" sees all processes of the host with their arguments, and root in it can stop them"));
    }
}
