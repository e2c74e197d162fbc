package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** A program that is made to manage containers, and has the socket of their engine for that. */
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
                findings.add(FindingDraft.at(container, found.written())
                        .evidence(found.shown())
                        .help(EngineSocket.PROXY)
                        .says("\"" + container.name().value() + "\" " + found.how()
                                + ", as its image requires: whoever breaks into it " + found.power()));
            }
        }
        return findings;
    }
}
