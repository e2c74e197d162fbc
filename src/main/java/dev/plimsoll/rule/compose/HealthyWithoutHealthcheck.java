package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HealthCheck;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waiting for the health of a service that has no health check: {@code up} fails as soon as it looks. */
public final class HealthyWithoutHealthcheck implements ProjectRule {
    private static final String HEALTHY = "service_healthy";

    @Override
    public String id() {
        return "healthy-without-healthcheck";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Container> services = new HashMap<>();
        for (Container container : project.containers()) {
            services.put(container.name().value(), container);
        }
        for (Container container : project.containers()) {
            for (Dependency dependency : container.relations().dependencies()) {
                @Nullable
                Container other = dependency.condition().orElse("").equals(HEALTHY)
                        ? services.get(dependency.service().value())
                        : null;
                Optional<String> lack = other == null ? Optional.empty() : lack(other);
                if (other != null && lack.isPresent()) {
                    findings.add(finding(container, dependency, other, lack.get()));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, Dependency dependency, Container other, String lack) {
        String name = other.name().value();
        return FindingDraft.at(container, dependency.service())
                .evidence(name)
                .label(
                        other.healthCheck().isPresent()
                                ? other.healthCheck().place()
                                : other.image().place(),
                        lack)
                .help("give \"" + name + "\" a healthcheck, or wait for service_started")
                .says("\"" + container.name().value() + "\" waits until \"" + name + "\" is healthy, but " + lack
                        + ": docker compose up fails");
    }

    /** Why nothing tells the health of a container; empty if something does, or if that is not known. */
    private static Optional<String> lack(Container container) {
        Field<HealthCheck> own = container.healthCheck();
        HealthCheck check = own.orNull();
        if (check != null && check.disabled()) {
            return Optional.of("its health check is switched off");
        }
        if (!own.isAbsent()) {
            return Optional.empty();
        }
        BuiltImage built = container.built().image().orElse(null);
        if (built != null && !built.healthCheck().isAbsent()) {
            HealthCheck inImage = built.healthCheck().orNull();
            boolean off = inImage != null && inImage.disabled();
            return off ? Optional.of("its Dockerfile switches the health check off") : Optional.empty();
        }
        ImageReference image = container.contents().orElse(null);
        return image != null && OfficialImages.lackHealthCheck(image)
                ? Optional.of("neither the service nor " + image.repository() + " has a health check")
                : Optional.empty();
    }
}
