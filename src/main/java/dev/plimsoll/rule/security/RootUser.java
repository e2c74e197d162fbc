package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageUser;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import java.util.List;
import java.util.Optional;

/** A container that is told to run as root. */
public final class RootUser implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows whom images run as. */
    public RootUser(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "root-user";
    }

    @Override
    public List<Finding> check(Container container) {
        if (!RunUser.isRoot(container)) {
            return List.of();
        }
        Field<String> own = container.host().user();
        FindingDraft<Change.OfContainer> finding =
                own.isPresent() ? FindingDraft.at(container, own) : FindingDraft.at(container, container.name());
        BuiltImage built = container.built().image().orElse(null);
        if (!own.isPresent() && built != null) {
            finding.label(built.user(), "the Dockerfile says so");
        }
        return List.of(finding.help("run it as another user")
                .says("\"" + container.name().value() + "\" runs as root" + inPlaceOf(container)
                        + ": a process that breaks out of it is root on the host, unless user ids are remapped"));
    }

    /** Whom its image would run as. */
    private String inPlaceOf(Container container) {
        Optional<ImageFacts> facts = container.build().isPresent() ? Optional.empty() : images.of(container);
        Optional<ImageUser> user = facts.isPresent() ? facts.get().user(container) : Optional.empty();
        return user.isPresent() ? ", not as " + user.get().name() + " as its image would" : "";
    }
}
