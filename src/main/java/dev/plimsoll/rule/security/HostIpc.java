package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that shares the shared memory of its host. */
public final class HostIpc implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HostIpc(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "host-ipc";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<String> ipc = container.host().ipc();
        if (!ipc.known().orElse("").equals("host") || ByDesign.isFor(container, id(), images)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, ipc)
                .help("set shm_size if /dev/shm is too small, or share it between containers: ipc: shareable")
                .says("\"" + container.name().value()
                        + "\" shares IPC with the host: it can read and write /dev/shm and the shared memory of the"
                        + " host's programs"));
    }
}
