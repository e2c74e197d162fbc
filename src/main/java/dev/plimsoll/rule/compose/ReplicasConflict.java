package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Relations;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** Two numbers of containers, or one below zero. Source: compose-go loader/validate.go. */
public final class ReplicasConflict implements ContainerRule {
    @Override
    public String id() {
        return "replicas-conflict";
    }

    @Override
    public List<Finding> check(Container container) {
        Relations relations = container.relations();
        List<Finding> findings = new ArrayList<>();
        negative(container, "scale", relations.scale(), findings);
        negative(container, "deploy.replicas", relations.deployReplicas(), findings);
        Integer scale = relations.scale().orNull();
        Integer replicas = relations.deployReplicas().orNull();
        if (scale != null && replicas != null && !scale.equals(replicas)) {
            findings.add(FindingDraft.at(container, relations.scale())
                    .evidence("differ")
                    .label(relations.deployReplicas(), "the other number")
                    .help("remove one of them")
                    .says("scale " + scale + " and deploy.replicas " + replicas + " of \""
                            + container.name().value() + "\" differ: Docker refuses to load the project"));
        }
        return findings;
    }

    private static void negative(Container container, String key, Field<Integer> count, List<Finding> findings) {
        if (count instanceof Field.Present<Integer> present
                && present.value().value() instanceof Value.Invalid<Integer> invalid
                && invalid.reason().equals("negative")) {
            findings.add(FindingDraft.at(container, count)
                    .evidence(key)
                    .says(key + " " + invalid.raw() + " of \""
                            + container.name().value()
                            + "\" is below zero: current versions of Docker refuse to load the project"));
        }
    }
}
