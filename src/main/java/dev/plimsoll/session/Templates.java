package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services that services of other files extend. What they refer to is declared where they are extended, and their own file
 * is loaded by nobody, so that it lacks nothing.
 */
final class Templates {
    private static final Set<String> REFERENCES =
            Set.of("network-undefined", "secret-undefined", "config-undefined", "depends-on-undefined");

    /** Where services are that others extend, by the shown path of their file. */
    private final Map<String, List<Span>> services = new HashMap<>();

    /** The files of which another one extends a service. */
    private final Set<String> files = new HashSet<>();
    /** The ends, behind a variable, of paths of files that services are extended from. */
    private final Set<String> ends = new HashSet<>();

    /** Takes in what a project extends. */
    void add(Loaded loaded) {
        for (Map.Entry<Location, Location> service : loaded.extended().entrySet()) {
            String path = service.getKey().file().path();
            List<Span> inFile = services.get(path);
            if (inFile == null) {
                inFile = new ArrayList<>();
                services.put(path, inFile);
            }
            inFile.add(service.getKey().span());
            if (!service.getValue().file().path().equals(path)) {
                files.add(path);
            }
        }
        ends.addAll(loaded.extendedBehindVariables());
    }

    /** The findings, in their order, without those on what such a service refers to. */
    List<Diagnostic> spare(List<Diagnostic> diagnostics) {
        if (files.isEmpty() && ends.isEmpty()) {
            return diagnostics;
        }
        List<Diagnostic> kept = new ArrayList<>(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            if (!REFERENCES.contains(diagnostic.rule())
                    || !isTemplate(diagnostic.finding().at())) {
                kept.add(diagnostic);
            }
        }
        return kept;
    }

    private boolean isTemplate(Location at) {
        String path = at.file().path();
        for (String end : ends) {
            if (('/' + path).endsWith(end)) {
                return true;
            }
        }
        if (files.contains(path)) {
            for (Span service : services.getOrDefault(path, List.of())) {
                if (service.start() <= at.span().start() && at.span().end() <= service.end()) {
                    return true;
                }
            }
        }
        return false;
    }
}
