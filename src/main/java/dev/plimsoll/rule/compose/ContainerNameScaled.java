package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Relations;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** One name for several containers. Source: compose-go loader/validate.go. */
public final class ContainerNameScaled implements ContainerRule {
    @Override
    public String id() {
        return "container-name-scaled";
    }

    @Override
    public List<Finding> check(Container container) {
        Relations relations = container.relations();
        String name = relations.containerName().orNull();
        if (name == null || name.isEmpty()) {
            return List.of();
        }
        Field<Integer> count = several(relations.scale()) ? relations.scale() : relations.deployReplicas();
        if (!several(count)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, relations.containerName())
                .label(count, "how many")
                .help("remove container_name: Compose numbers the containers itself")
                .says("container_name \"" + relations.containerName().raw() + "\" is one name for the " + count.orNull()
                        + " containers of \"" + container.name().value() + "\": Docker refuses to load the project"));
    }

    private static boolean several(Field<Integer> count) {
        Integer number = count.orNull();
        return number != null && number > 1;
    }
}
