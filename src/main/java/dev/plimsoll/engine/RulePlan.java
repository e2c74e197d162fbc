package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.RuleSettings;
import dev.plimsoll.config.ScopedSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rules run for some files and containers, with which severity and options: the flags, then the configuration. */
final class RulePlan {
    private RulePlan() {}

    /**
     * The pages of the rules that run, changed as the configuration says.
     *
     * @param scoped the items of {@code overrides} that apply, in order
     */
    static List<RuleMetadata> of(RuleCatalog catalog, Flags flags, Config config, List<ScopedSettings> scoped) {
        Set<String> selected = new HashSet<>();
        for (RuleMetadata rule : selection(flags, config, scoped).of(catalog)) {
            selected.add(rule.id());
        }
        List<RuleMetadata> pages = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            RuleSettings settings = settings(rule.id(), config, scoped);
            if (runs(rule, selected.contains(rule.id()), settings.enabled(), flags)) {
                pages.add(with(settings, rule));
            }
        }
        return flags.onHost(pages);
    }

    private static RuleSelection selection(Flags flags, Config config, List<ScopedSettings> scoped) {
        Profile profile = config.profile().orElse(Profile.DEFAULT);
        for (ScopedSettings settings : scoped) {
            profile = settings.profile().orElse(profile);
        }
        List<String> select = flags.select().isEmpty() ? config.select() : flags.select();
        return new RuleSelection(flags.profile().orElse(profile), select, flags.ignore());
    }

    private static RuleSettings settings(String id, Config config, List<ScopedSettings> scoped) {
        RuleSettings settings = config.rules().getOrDefault(id, RuleSettings.NONE);
        for (ScopedSettings later : scoped) {
            settings = settings.with(later.rules().getOrDefault(id, RuleSettings.NONE));
        }
        return settings;
    }

    /** A flag that names the rule is the last word; then the configuration's, then the selection. */
    private static boolean runs(RuleMetadata rule, boolean selected, Optional<Boolean> enabled, Flags flags) {
        boolean ignored = flags.ignore().contains(rule.id()) || flags.ignore().contains(rule.category());
        if (enabled.isEmpty() || ignored || flags.select().contains(rule.id())) {
            return selected;
        }
        return enabled.get() ? selected || flags.select().isEmpty() : false;
    }

    private static RuleMetadata with(RuleSettings settings, RuleMetadata page) {
        if (settings.severity().isEmpty() && settings.options().isEmpty()) {
            return page;
        }
        return page.with(settings.severity().orElse(page.severity()), settings.options());
    }
}
