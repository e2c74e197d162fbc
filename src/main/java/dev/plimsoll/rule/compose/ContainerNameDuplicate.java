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
        @Nullable Alternatives alternatives = null;
        Map<String, Container> owners = new HashMap<>();
        for (Container container : project.containers()) {
            Field<String> name = container.relations().containerName();
            String wanted = name.orNull();
            if (wanted == null || wanted.isEmpty()) {
                continue;
            }
            @Nullable Container owner = owners.putIfAbsent(wanted, container);
            if (owner == null) {
                continue;
            }
            alternatives = alternatives == null ? Alternatives.of(project) : alternatives;
            if (!alternatives.are(owner, container)) {
                findings.add(FindingDraft.at(container, name)
                        .evidence(name.raw())
                        .label(owner.relations().containerName(), "taken here")
                        .says("\"" + owner.name().value() + "\" and \""
                                + container.name().value() + "\" both want the container name \"" + name.raw() + "\""
                                + alternatives.profile(owner, container) + ": only one of them can start"));
            }
        }
        return findings.size() > 1 && Alternatives.isMenu(project)
                ? Alternatives.ofMenu(findings, "container name")
                : findings;
    }
}
