package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two services that want one container name, which the engine gives once. Source: compose-go loader/loader.go. */
public final class ContainerNameDuplicate implements ProjectRule {
    @Override
    public String id() {
        return "container-name-duplicate";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Container> owners = new HashMap<>();
        for (Container container : project.containers()) {
            Field<String> name = container.relations().containerName();
            String wanted = name.orNull();
            if (wanted == null || wanted.isEmpty()) {
                continue;
            }
            @Nullable Container owner = owners.putIfAbsent(wanted, container);
            if (owner != null && !Alternatives.are(owner, container)) {
                findings.add(FindingDraft.at(container, name)
                        .evidence(wanted)
                        .label(owner.relations().containerName(), "taken here")
                        .says("container_name \"" + wanted + "\" of \""
                                + container.name().value() + "\" is that of \""
                                + owner.name().value() + "\" too: the engine gives a name only once"));
            }
        }
        return findings;
    }
}
