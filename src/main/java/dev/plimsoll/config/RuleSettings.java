package dev.plimsoll.config;

import dev.plimsoll.diagnostic.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of one rule under {@code rules}.
 *
 * @param severity in place of the one on the rule's page
 * @param enabled whether it runs, whatever the profile
 * @param options in place of the defaults on the rule's page, by name, as written
 */
public record RuleSettings(Optional<Severity> severity, Optional<Boolean> enabled, Map<String, String> options) {
    /** Says nothing. */
    public static final RuleSettings NONE = new RuleSettings(Optional.empty(), Optional.empty(), Map.of());

    /** Copies the options. */
    public RuleSettings {
        options = Map.copyOf(options);
    }

    /** These settings with what others say in their place. */
    public RuleSettings with(RuleSettings later) {
        Map<String, String> all = new HashMap<>(options);
        all.putAll(later.options);
        return new RuleSettings(
                later.severity.isPresent() ? later.severity : severity,
                later.enabled.isPresent() ? later.enabled : enabled,
                all);
    }
}
