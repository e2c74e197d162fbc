package dev.plimsoll.compose;

import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Variables;
import java.io.File;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code include} and {@code extends} have loaded, so that a file named often is loaded once for each set of variables. */
final class LoadedFiles {
    private final Map<Map<String, String>, Variables> sets = new HashMap<>();
    private final IdentityHashMap<Variables, Map<List<?>, Optional<MapNode>>> projects = new IdentityHashMap<>();
    private final IdentityHashMap<Variables, Map<File, List<MapNode>>> extended = new IdentityHashMap<>();

    /** The first of the sets with these values: all of one load are complete, or none is. */
    Variables shared(Variables variables) {
        Variables first = sets.putIfAbsent(variables.values(), variables);
        return first == null ? variables : first;
    }

    /** Included projects by what was asked for; empty for one without content. */
    Map<List<?>, Optional<MapNode>> projects(Variables variables) {
        Map<List<?>, Optional<MapNode>> known = projects.get(variables);
        if (known == null) {
            known = new HashMap<>();
            projects.put(variables, known);
        }
        return known;
    }

    /** The documents of files that services extend others of. */
    Map<File, List<MapNode>> extended(Variables variables) {
        Map<File, List<MapNode>> known = extended.get(variables);
        if (known == null) {
            known = new HashMap<>();
            extended.put(variables, known);
        }
        return known;
    }
}
