package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several projects share, as a file that each of them includes, is told of once. */
final class SharedFindings {
    private SharedFindings() {}

    /** The findings without those that are there already, in their order. */
    static List<Diagnostic> once(List<Diagnostic> sorted) {
        Set<String> told = new HashSet<>();
        List<Diagnostic> once = new ArrayList<>(sorted.size());
        for (Diagnostic diagnostic : sorted) {
            if (told.add(identity(diagnostic))) {
                once.add(diagnostic);
            }
        }
        return once;
    }

    /** What two projects that share a file say alike. */
    static String identity(Diagnostic diagnostic) {
        Location at = diagnostic.finding().at();
        return diagnostic.rule()
                + '\u0000'
                + at.file().path()
                + '\u0000'
                + at.span()
                + '\u0000'
                + diagnostic.finding().message();
    }
}
