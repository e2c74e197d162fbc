package dev.plimsoll.rule.lifecycle;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/** A container of which nobody finds out that it no longer answers. */
public final class HealthcheckMissing implements ProjectRule {
    @Override
    public String id() {
        return "healthcheck-missing";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : LastingContainers.of(project)) {
            Field<HealthCheck> own = container.healthCheck();
            HealthCheck check = own.orNull();
            if (check != null && check.disabled()) {
                findings.add(off(container, own));
            } else if (own.isAbsent()
                    && !container.build().isPresent()
                    && container.image().isPresent()) {
                findings.add(missing(container));
            } else if (own.isAbsent() && container.built().image().isPresent()) {
                built(container, container.built().image().get(), findings);
            }
        }
        return findings;
    }

    private static void built(Container container, BuiltImage image, List<Finding> findings) {
        HealthCheck check = image.healthCheck().orNull();
        if (check != null && check.disabled()) {
            findings.add(off(container, image.healthCheck()));
        } else if (image.healthCheck().isAbsent()) {
            findings.add(missing(container));
        }
    }

    private static Finding missing(Container container) {
        return FindingDraft.at(container, container.name())
                .help("give it a healthcheck that asks the program whether it works")
                .says("\"" + container.name().value()
                        + "\" has no health check, unless its image brings one: Docker shows it as up even when it no"
                        + " longer answers");
    }

    private static Finding off(Container container, Field<HealthCheck> check) {
        boolean own = check.place().file() == container.name().at().file();
        FindingDraft<?> finding =
                own ? FindingDraft.at(container, check) : FindingDraft.at(container, container.name());
        if (!own) {
            finding.label(check, "the Dockerfile switches it off");
        }
        return finding.help("mend the check, or write one that fits")
                .says("the health check of \"" + container.name().value()
                        + "\" is switched off: Docker shows it as up even when it no longer answers");
    }
}
