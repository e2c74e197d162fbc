package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What several projects share, as a file that each of them includes, is told of once. */
final class SharedFindings {
    private SharedFindings() {}

    /**
     * The findings without those that are there already, in their order. One about a container stays where another about none
     * says the same, as where a Dockerfile is linted beside the project that builds it.
     */
    static List<Diagnostic> once(List<Diagnostic> sorted) {
        Map<String, Integer> told = new HashMap<>();
        List<Diagnostic> once = new ArrayList<>(sorted.size());
        for (Diagnostic diagnostic : sorted) {
            Integer known = told.putIfAbsent(identity(diagnostic), once.size());
            if (known == null) {
                once.add(diagnostic);
            } else if (once.get(known).finding().container().isEmpty()) {
                once.set(known, diagnostic);
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
