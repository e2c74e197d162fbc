package dev.plimsoll.rule.image;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A database whose next version is left to the next pull, though it may not read the data of this one. */
public final class DatabaseUntagged implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public DatabaseUntagged(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "database-untagged";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ImageFacts> facts = Untagged.keeper(container, images);
        if (facts.isEmpty()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.image())
                .help("add the tag of the version that wrote the data")
                .says("\"" + container.name().value() + "\" runs whatever \"" + Untagged.quoted(container)
                        + "\" is at the next pull: " + facts.get().upgrade()));
    }
}
