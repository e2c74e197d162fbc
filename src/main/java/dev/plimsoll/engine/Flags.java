package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line says about rules; it wins over every configuration.
 *
 * @param profile the profile, if one was named
 * @param select ids and categories that run in place of the profile's
 * @param ignore ids and categories that do not run
 * @param hostMemory the memory of the host, spelled as a size; empty if it was not given
 * @param ignores whether what comments, configurations and baselines ignore is left out
 * @param foreignIgnores whether comments of other linters are obeyed, whatever configurations say
 */
public record Flags(
        Optional<Profile> profile,
        List<String> select,
        List<String> ignore,
        Optional<String> hostMemory,
        boolean ignores,
        boolean foreignIgnores) {
    /** The rule that asks for the host's memory, and its option. */
    private static final String HOST_MEMORY = "host-memory-exceeded";

    private static final String HOST_MEMORY_OPTION = "host";

    /** Copies the lists. */
    public Flags {
        select = List.copyOf(select);
        ignore = List.copyOf(ignore);
    }

    /** The pages of the rules that run where there is no configuration. */
    List<RuleMetadata> pages(RuleCatalog catalog) {
        return onHost(selection().of(catalog));
    }

    /** The same pages, with the host's memory as an option of the rule that asks for it. */
    List<RuleMetadata> onHost(List<RuleMetadata> pages) {
        if (hostMemory.isEmpty()) {
            return pages;
        }
        List<RuleMetadata> changed = new ArrayList<>(pages.size());
        for (RuleMetadata page : pages) {
            changed.add(
                    page.id().equals(HOST_MEMORY)
                            ? page.with(page.severity(), Map.of(HOST_MEMORY_OPTION, hostMemory.get()))
                            : page);
        }
        return changed;
    }

    /** The rules that the flags select. */
    public RuleSelection selection() {
        return new RuleSelection(profile.orElse(Profile.DEFAULT), select, ignore);
    }
}
