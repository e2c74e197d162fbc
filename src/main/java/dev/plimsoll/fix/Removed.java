package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings that fixes are to remove, and where their places have gone. A finding is back if the same is found again,
 * or if its rule finds anything new at its place: what is written there quotes another text then, and is no better.
 */
final class Removed {
    private final Set<String> fingerprints = new HashSet<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    /**
     * A place.
     *
     * @param patched number of patches that were made before the finding
     */
    private record Place(Diagnostic diagnostic, int patched) {}

    void add(List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            fingerprints.add(finding.fingerprint());
            places.add(new Place(finding, patches.size()));
        }
    }

    /** Takes down that the texts were changed. */
    void move(Patch patch) {
        patches.add(patch);
    }

    /** Whether a finding that was not there before is one of those that are to go. */
    boolean isBack(Diagnostic found) {
        if (fingerprints.contains(found.fingerprint())) {
            return true;
        }
        for (Place place : places) {
            if (isOfSameKind(place.diagnostic(), found)
                    && meet(now(place), found.finding().at().span())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSameKind(Diagnostic one, Diagnostic other) {
        return one.rule().equals(other.rule())
                && path(one).equals(path(other))
                && one.finding().container().equals(other.finding().container());
    }

    private Span now(Place place) {
        Span span = place.diagnostic().finding().at().span();
        for (Patch patch : patches.subList(place.patched(), patches.size())) {
            span = patch.moved(path(place.diagnostic()), span);
        }
        return span;
    }

    private static String path(Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        return finding.at().file().path();
    }

    private static boolean meet(Span one, Span other) {
        boolean overlap = Math.max(one.start(), other.start()) < Math.min(one.end(), other.end());
        return overlap || one.start() == other.start();
    }
}
