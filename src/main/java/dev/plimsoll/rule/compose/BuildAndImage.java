package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A service that is built, with a name that may be pulled as well. Source: the Compose Specification, build. */
public final class BuildAndImage implements ContainerRule {
    @Override
    public String id() {
        return "build-and-image";
    }

    @Override
    public List<Finding> check(Container container) {
        Build build = container.build().orNull();
        if (build == null || build.pullPolicy() || !container.image().isPresent()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.image())
                .label(container.build().place(), "the build")
                .help("say pull_policy: build if only the build is meant to run")
                .says("\"" + container.name().value() + "\" is built here and has image "
                        + container.image().raw()
                        + ": Compose runs an image of that name where it finds one, pulled or local, and builds only"
                        + " where it does not"));
    }
}
