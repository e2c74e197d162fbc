package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** Database files in the directory of the project. */
public final class BindDatabasePath implements ContainerRule {
    private static final String BELOW_PROJECT = "./";

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public BindDatabasePath(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "bind-database-path";
    }

    @Override
    public List<Finding> check(Container container) {
        KeptData kept = container.mounts().isEmpty() ? null : KeptData.of(container, images);
        if (kept == null || kept.facts().kind() != ImageKind.DATABASE) {
            return List.of();
        }
        Optional<DataPath> held = kept.held(container);
        Mount mount =
                held.isEmpty() ? null : container.mountOf(held.get().path()).orElse(null);
        if (!(mount instanceof BindMount bind)
                || !bind.hostPath().orElse("").startsWith(BELOW_PROJECT)
                || kept.isMeantToBeLost(container)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, bind.source())
                .evidence(bind.target().value().raw())
                .help(
                        "a named volume keeps them out of the project's directory, with the owner and speed that the server"
                                + " needs")
                .says("\"" + container.name().value() + "\" (" + kept.facts().name() + ") keeps its files in "
                        + bind.source().value().raw() + ", inside the project: that is slow on Docker Desktop, where"
                        + " permissions differ too, and git and image builds pick the files up"));
    }
}
