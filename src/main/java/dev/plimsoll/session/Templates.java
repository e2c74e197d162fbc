package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Services that services of other files extend. What they refer to is declared where they are extended, and their own file
 * is loaded by nobody, so that it lacks nothing.
 */
final class Templates {
    private static final Set<String> REFERENCES =
            Set.of("network-undefined", "secret-undefined", "config-undefined", "depends-on-undefined");

    /** The ends, behind a variable, of paths of files that services are extended from. */
    private final Set<String> ends = new HashSet<>();

    /** Takes in what a project extends without that anybody here can follow it. */
    void add(Loaded loaded) {
        ends.addAll(loaded.extendedBehindVariables());
    }

    /**
     * The findings, in their order, without those on what such a service refers to.
     *
     * @param shared the services that were followed
     */
    List<Diagnostic> spare(List<Diagnostic> diagnostics, SharedServices shared) {
        List<Diagnostic> kept = new ArrayList<>(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            Location at = diagnostic.finding().at();
            if (!REFERENCES.contains(diagnostic.rule()) || !(shared.isTemplate(at) || isMeant(at))) {
                kept.add(diagnostic);
            }
        }
        return kept;
    }

    private boolean isMeant(Location at) {
        String path = '/' + at.file().path();
        for (String end : ends) {
            if (path.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
