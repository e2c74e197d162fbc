package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.suppress.Suppressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Services that services of other projects extend. A project is read without knowing of those, so what it offers for such a
 * service is withheld here, where all projects of a run are known.
 */
final class SharedServices {
    /** The category of what the reader finds. */
    private static final String READERS = "compose";

    /** By the shown path of their file and where they start, which no two do at one place. */
    private final Map<String, TreeMap<Integer, Shared>> services = new HashMap<>();

    /** The files of which another one extends a service. */
    private final Set<String> extendedElsewhere = new HashSet<>();

    /**
     * A service.
     *
     * @param end where it ends, in UTF-16 units
     * @param reference what extends it
     */
    private record Shared(int end, Location reference) {}

    /** Takes in services that are extended, each with a reference to it. */
    void add(Map<Location, Location> extended) {
        for (Map.Entry<Location, Location> service : extended.entrySet()) {
            Location at = service.getKey();
            TreeMap<Integer, Shared> inFile = services.get(at.file().path());
            if (inFile == null) {
                inFile = new TreeMap<>();
                services.put(at.file().path(), inFile);
            }
            if (!service.getValue().file().path().equals(at.file().path())) {
                extendedElsewhere.add(at.file().path());
            }
            Shared shared = new Shared(at.span().end(), service.getValue());
            Shared known = inFile.get(at.span().start());
            inFile.put(at.span().start(), known == null ? shared : first(known, shared));
        }
    }

    /** Of two references the one that stands first, so that the same is told at every run. */
    private static Shared first(Shared one, Shared other) {
        Location a = one.reference();
        Location b = other.reference();
        int order = a.file().path().compareTo(b.file().path());
        int place = order == 0 ? Integer.compare(a.span().start(), b.span().start()) : order;
        return place <= 0 ? one : other;
    }

    /** The findings, in their order, without the fixes that would change such a service. */
    List<Diagnostic> withhold(List<Diagnostic> diagnostics) {
        if (services.isEmpty()) {
            return diagnostics;
        }
        List<Diagnostic> kept = new ArrayList<>(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            kept.add(withhold(diagnostic));
        }
        return kept;
    }

    private Diagnostic withhold(Diagnostic diagnostic) {
        Finding found = diagnostic.finding();
        List<Fix> fixes = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (Fix fix : found.fixes()) {
            Optional<String> objection = isForAll(diagnostic) ? Optional.empty() : objection(fix);
            if (objection.isEmpty()) {
                fixes.add(fix);
            } else {
                reason = objection;
            }
        }
        if (reason.isEmpty()) {
            return diagnostic;
        }
        Optional<String> help = found.help();
        Optional<String> words = help.isEmpty() || !fixes.isEmpty()
                ? help
                : Optional.of(help.get() + " (by hand: " + reason.get() + ")");
        return diagnostic.with(found.withWayOut(words, fixes, fixes.isEmpty() ? reason : found.refusal()));
    }

    /** What keeps Docker from loading a file is of use to nobody, and a comment or another word for the same harms nobody. */
    private static boolean isForAll(Diagnostic diagnostic) {
        return diagnostic.category().equals(READERS) || diagnostic.category().equals(Suppressions.CATEGORY);
    }

    private Optional<String> objection(Fix fix) {
        for (Edit edit : fix.edits()) {
            Shared service = at(edit.at());
            if (service != null) {
                Location reference = service.reference();
                return Optional.of("line " + reference.start().line() + " of "
                        + reference.file().path() + " extends the service that it belongs to");
            }
        }
        return Optional.empty();
    }

    /** The service that a place lies in, or whose first line it begins on. */
    private @Nullable Shared at(Location place) {
        TreeMap<Integer, Shared> inFile = services.get(place.file().path());
        int start = place.span().start();
        // whole lines begin before the first key on them
        int last = Math.max(start, place.span().end() - 1);
        Map.Entry<Integer, Shared> service = inFile == null ? null : inFile.floorEntry(last);
        return service != null && start <= service.getValue().end() ? service.getValue() : null;
    }

    /** Whether a place lies in such a service of a file that another file extends. */
    boolean isTemplate(Location place) {
        return extendedElsewhere.contains(place.file().path()) && at(place) != null;
    }
}
