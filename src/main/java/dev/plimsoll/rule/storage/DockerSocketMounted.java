package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** A container that can tell an engine to do anything. */
public final class DockerSocketMounted implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DockerSocketMounted(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "docker-socket-mounted";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        List<EngineSocket> sockets = EngineSocket.in(container);
        if (!sockets.isEmpty() && !ByDesign.isFor(container, id(), images)) {
            for (EngineSocket found : sockets) {
                findings.add(FindingDraft.at(container, found.written())
                        .evidence(found.shown())
                        .help(found.help())
                        .says("\"" + container.name().value() + "\" " + found.how() + ": a process in it "
                                + found.power()
                                + (found.readOnly() ? ", read-only or not" : "")));
            }
        }
        return findings;
    }
}
