package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A test in list form that does not say how it is run. Source: compose-go loader/validate.go. */
public final class HealthcheckBadTest implements ContainerRule {
    @Override
    public String id() {
        return "healthcheck-bad-test";
    }

    @Override
    public List<Finding> check(Container container) {
        HealthCheck health = container.healthCheck().orNull();
        if (health == null || health.test().isEmpty()) {
            return List.of();
        }
        Located<Value<String>> first = health.test().get(0);
        String word = first.value().known().orElse("CMD");
        if (word.equals("CMD") || word.equals("CMD-SHELL") || word.equals("NONE")) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, first)
                .help("put CMD before it, or write the test as one string")
                .says("healthcheck test of \"" + container.name().value() + "\" begins with \""
                        + first.value().raw()
                        + "\" in place of CMD, CMD-SHELL or NONE: Docker refuses to load the project"));
    }
}
