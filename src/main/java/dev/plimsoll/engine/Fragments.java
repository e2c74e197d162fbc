package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.RuleSettings;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fragments of documentation: an example shows one thing, and leaves out where its data is kept, which version it is and
 * who may reach it. Of 311 findings in 789 pages of official
 * documentation 173 were that.
 */
final class Fragments {
    private Fragments() {}

    /** Whether a file is documentation. */
    static boolean isOne(SourceFile file) {
        return HostKind.named(file.path()).isDocumentation();
    }

    /** The pages of the rules that run on fragments: those that are silent in documentation only if somebody asked for them. */
    static List<RuleMetadata> pages(List<RuleMetadata> pages, Flags flags, @Nullable Config config) {
        List<RuleMetadata> left = new ArrayList<>(pages.size());
        for (RuleMetadata page : pages) {
            if (!page.silentInDocumentation() || isAsked(page, flags, config)) {
                left.add(page);
            }
        }
        return left;
    }

    private static boolean isAsked(RuleMetadata page, Flags flags, @Nullable Config config) {
        List<String> select = flags.select().isEmpty() && config != null ? config.select() : flags.select();
        Optional<Boolean> enabled = config == null
                ? Optional.empty()
                : config.rules().getOrDefault(page.id(), RuleSettings.NONE).enabled();
        return select.contains(page.id()) || select.contains(page.category()) || enabled.orElse(false);
    }
}
