package dev.plimsoll.rule.network;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container in the network of its host. */
public final class HostNetwork implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HostNetwork(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "host-network";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<String> mode = container.relations().networkMode();
        if (!mode.known().orElse("").equals("host") || ByDesign.isFor(container, id(), images)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, mode)
                .help("publish the ports that it needs, unless it has to see broadcasts or the host's interfaces")
                .says("\"" + container.name().value()
                        + "\" uses the host's network: it reaches what listens on the host's localhost, and all of its own"
                        + " ports are open on the host"));
    }
}
