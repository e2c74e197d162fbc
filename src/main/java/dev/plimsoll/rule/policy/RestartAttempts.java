package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.RestartPolicy;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that is started again after a failure more often than a policy allows. */
public final class RestartAttempts implements ContainerRule {
    private static final String ON_FAILURE = "on-failure";

    private final int attempts;

    /**
     * A rule with a bound.
     *
     * @param attempts how many in a row are allowed
     */
    public RestartAttempts(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public String id() {
        return "restart-attempts";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<RestartPolicy> deployed = container.host().deployedRestart();
        RestartPolicy policy = deployed.orNull();
        if (policy != null) {
            String condition = policy.condition().known().orElse("");
            Field<String> written = policy.attempts();
            if (!condition.equals(ON_FAILURE) || (!written.isAbsent() && isAllowed(written.orNull()))) {
                return List.of();
            }
            return List.of(finding(container, written.isPresent() ? written : policy.condition(), "max_attempts: "));
        }
        String restart = container.host().restart().known().orElse("");
        if (!deployed.isAbsent()
                || !restart.startsWith(ON_FAILURE)
                || (restart.length() > ON_FAILURE.length() && isAllowed(restart.substring(ON_FAILURE.length() + 1)))) {
            return List.of();
        }
        return List.of(finding(container, container.host().restart(), ON_FAILURE + ":"));
    }

    /** Whether it is a bound that the policy allows, or not known. Zero is no bound. */
    private boolean isAllowed(@Nullable String written) {
        if (written == null) {
            return true;
        }
        try {
            int number = Integer.parseInt(written);
            return number > 0 && number <= attempts;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private Finding finding(Container container, Field<String> place, String spelled) {
        return FindingDraft.at(container, place)
                .help("bound it: " + spelled + attempts)
                .says("\"" + container.name().value() + "\" may be started again more than " + attempts
                        + " times in a row after failures");
    }
}
