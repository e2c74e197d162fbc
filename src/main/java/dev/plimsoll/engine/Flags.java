package dev.plimsoll.engine;

import dev.plimsoll.catalog.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says about rules; it wins over every configuration.
 *
 * @param profile the profile, if one was named
 * @param select ids and categories that run in place of the profile's
 * @param ignore ids and categories that do not run
 * @param ignores whether what comments, configurations and baselines ignore is left out
 */
public record Flags(Optional<Profile> profile, List<String> select, List<String> ignore, boolean ignores) {
    /** Copies the lists. */
    public Flags {
        select = List.copyOf(select);
        ignore = List.copyOf(ignore);
    }

    /** The rules that run where there is no configuration. */
    public RuleSelection selection() {
        return new RuleSelection(profile.orElse(Profile.DEFAULT), select, ignore);
    }
}
