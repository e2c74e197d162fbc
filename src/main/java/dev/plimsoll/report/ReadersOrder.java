package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which people read findings: by file, then the worst first, then by place. Programs get them by place. */
public final class ReadersOrder implements Comparator<Diagnostic> {
    private ReadersOrder() {}

    /** Findings that are sorted by path and place, in this order. */
    public static List<Diagnostic> of(List<Diagnostic> byPlace) {
        List<Diagnostic> ordered = new ArrayList<>(byPlace);
        ordered.sort(new ReadersOrder());
        return ordered;
    }

    @Override
    public int compare(Diagnostic a, Diagnostic b) {
        int order =
                a.finding().at().file().path().compareTo(b.finding().at().file().path());
        return order != 0 ? order : a.severity().compareTo(b.severity());
    }
}
