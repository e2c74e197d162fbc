package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** The same for programs that are made to manage containers. */
public final class DockerSocketByDesign implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DockerSocketByDesign(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "docker-socket-by-design";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        List<EngineSocket> sockets = EngineSocket.in(container);
        if (!sockets.isEmpty() && ByDesign.isFor(container, "docker-socket-mounted", images)) {
            for (EngineSocket found : sockets) {
                String what =
                        found.directory() ? found.socket() + ", in which the engine's socket lies," : found.socket();
                findings.add(FindingDraft.at(container, found.source())
                        .evidence(found.socket())
                        .help("put a socket proxy in front of it that lets through the calls that it needs")
                        .says(what + " of \"" + container.name().value()
                                + "\" gives it the engine, as its image is made for: whoever breaks into it becomes root on"
                                + " the host"));
            }
        }
        return findings;
    }
}
