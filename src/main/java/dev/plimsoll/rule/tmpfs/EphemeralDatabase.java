package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database on tmpfs that is meant to forget: said once to those who want to know. */
public final class EphemeralDatabase implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public EphemeralDatabase(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "ephemeral-database";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>();
        for (DataOnTmpfs found : DataOnTmpfs.in(container, images)) {
            Optional<String> excuse = found.excuse();
            if (excuse.isPresent()) {
                findings.add(FindingDraft.at(container, found.mount().declared())
                        .evidence(found.mount().target().value().raw())
                        .says(found.mount().description() + " of \""
                                + container.name().value() + "\" holds the data of " + found.owner()
                                + ", and " + excuse.get()
                                + " says so on purpose: it is lost whenever the container"
                                + " stops"));
            }
        }
        return findings;
    }
}
