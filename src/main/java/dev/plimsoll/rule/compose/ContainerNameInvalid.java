package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Container.Dialect;
import dev.plimsoll.model.ContainerName;
import dev.plimsoll.model.Field;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container's name that Compose or the docker client passes on and the engine refuses. */
public final class ContainerNameInvalid implements ContainerRule {
    @Override
    public String id() {
        return "container-name-invalid";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<String> name = container.relations().containerName();
        String written = name.orNull();
        if (written == null
                || ContainerName.isValid(written)
                || !isPassedOn(container.dialect(), written)
                || isPlaceholder(written)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, name)
                .evidence(name.raw())
                .help(
                        "use letters and digits, with \"_\", \".\" and \"-\" between or behind them, at least two characters")
                .says("\"" + name.raw()
                        + "\" is not a valid container name: the engine refuses to create the container"));
    }

    /** Whether a name is to be put in, as in documentation and templates: {@code <name>}, {@code some-%%REPO%%}. */
    private static boolean isPlaceholder(String written) {
        for (int i = 0; i < written.length(); i++) {
            if ("<>[]{}$%".indexOf(written.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the engine is asked. Podman takes other names; without a name docker makes one up. */
    private static boolean isPassedOn(Dialect dialect, String written) {
        return switch (dialect) {
            case COMPOSE -> ContainerName.isFoundIn(written);
            case DOCKER -> !written.isEmpty();
            case PODMAN -> false;
        };
    }
}
