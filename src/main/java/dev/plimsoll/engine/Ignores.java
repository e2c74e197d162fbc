package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.IgnoreEntry;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.suppress.Suppressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of {@code ignore} in the configurations of a run: which hold, which were needed, and what to say of the others. */
final class Ignores {
    /** Rules on commands: their files are found only where somebody names them. */
    private static final String COMMANDS = "run";

    private final Set<IgnoreEntry> expired = new LinkedHashSet<>();
    private final Set<IgnoreEntry> asked = new LinkedHashSet<>();
    private final Set<IgnoreEntry> needed = new LinkedHashSet<>();
    private final Set<IgnoreEntry> unsure = new LinkedHashSet<>();

    /** Takes down the items whose time is over. */
    void expire(Config config, ProjectLinter.LocalDateSource today) {
        for (IgnoreEntry entry : config.ignores()) {
            if (entry.expires().isPresent() && entry.isExpiredOn(today.today())) {
                expired.add(entry);
            }
        }
    }

    /**
     * Says that rules looked at a file.
     *
     * @param path of the file, from the configuration's directory
     * @param whole whether all of its project could be read; if not, rules may have been silent for that reason
     */
    void ran(Config config, String path, List<RuleMetadata> pages, boolean whole) {
        for (IgnoreEntry entry : config.ignores()) {
            // what is extended may serve other projects
            boolean own = entry.at().file() == config.file();
            if (own && entry.isAbout(path) && looks(entry, pages)) {
                asked.add(entry);
                if (!whole) {
                    unsure.add(entry);
                }
            }
        }
    }

    private static boolean looks(IgnoreEntry entry, List<RuleMetadata> pages) {
        for (RuleMetadata page : pages) {
            boolean found = !page.category().equals(COMMANDS) || !entry.paths().isEmpty();
            if (found && (page.id().equals(entry.rule()) || page.category().equals(entry.rule()))) {
                return true;
            }
        }
        return false;
    }

    /** The first of some items that holds and covers a finding; all that do are needed. Null if none does. */
    @Nullable
    IgnoreEntry covering(List<IgnoreEntry> entries, Diagnostic diagnostic) {
        IgnoreEntry first = null;
        for (IgnoreEntry entry : entries) {
            boolean covers = entry.covers(
                    diagnostic.rule(),
                    diagnostic.category(),
                    diagnostic.finding().container());
            if (covers && !expired.contains(entry)) {
                needed.add(entry);
                first = first == null ? entry : first;
            }
        }
        return first;
    }

    /** What there is to say of items whose time is over, and of those that nothing needed where all was searched. */
    List<RuleFinding> remarks(Configs configs) {
        List<RuleFinding> remarks = new ArrayList<>();
        for (IgnoreEntry entry : expired) {
            String day = entry.expires().orElseThrow().toString();
            Finding finding = Finding.at(entry.at())
                    .evidence(entry.rule() + " " + day)
                    .help("remove the item, or choose another date")
                    .says("this ignore of " + entry.rule() + " expired on " + day + ": it ignores nothing any more");
            remarks.add(new RuleFinding(Suppressions.EXPIRED, finding));
        }
        for (IgnoreEntry entry : asked) {
            if (!needed.contains(entry)
                    && !unsure.contains(entry)
                    && !expired.contains(entry)
                    && configs.isSearched(entry.at().file())) {
                remarks.add(new RuleFinding(Suppressions.UNUSED, unused(entry)));
            }
        }
        return remarks;
    }

    private static Finding unused(IgnoreEntry entry) {
        Optional<String> of =
                entry.containers().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", entry.containers()));
        return Finding.at(entry.at())
                .evidence(entry.rule() + " " + entry.paths() + " " + entry.containers())
                .help("remove the item")
                .says("this ignore of " + entry.rule() + (of.isPresent() ? " for " + of.get() : "")
                        + " ignores nothing: no such finding is there any more");
    }
}
