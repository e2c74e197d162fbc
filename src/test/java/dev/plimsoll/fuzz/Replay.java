package dev.plimsoll.fuzz;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.fix.Applied;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Fixes made anew, one round after the other: nobody says where one ends, but each fix tells the text it belongs to. */
final class Replay {
    private final FixTrial trial;
    private final FixTrial.Outcome outcome;
    private final List<Fix> pending = new ArrayList<>();
    private Map<String, String> texts;
    private List<Diagnostic> found;

    /**
     * A replay that has made none of them.
     *
     * @param start the texts before
     */
    Replay(FixTrial trial, FixTrial.Outcome outcome, Map<String, String> start) throws Violation {
        this.trial = trial;
        this.outcome = outcome;
        this.texts = start;
        this.found = trial.lint(start);
    }

    /** Makes one more. */
    void make(Applied applied) throws Violation {
        boolean known = isFound(applied);
        for (int first = 1; !known && first <= pending.size(); first++) {
            known = isFoundAfter(first, applied);
        }
        if (!known) {
            throw trial.violation("a fix belongs to another text", outcome, applied.toString());
        }
        pending.add(applied.fix());
    }

    /** Whether linting finds what a fix is for once the first of the others are made. */
    private boolean isFoundAfter(int first, Applied applied) throws Violation {
        List<Diagnostic> before = found;
        Map<String, String> changed = with(pending.subList(0, first));
        found = trial.lint(changed);
        List<Fix> rest = List.copyOf(pending.subList(first, pending.size()));
        if (!fit(rest, changed) || !isFound(applied)) {
            found = before;
            return false;
        }
        texts = changed;
        pending.clear();
        pending.addAll(rest);
        return true;
    }

    /** Whether linting finds what the fix is for; takes down what it may touch. */
    private boolean isFound(Applied applied) {
        for (Diagnostic diagnostic : found) {
            if (!diagnostic.rule().equals(applied.diagnostic().rule())) {
                continue;
            }
            for (Fix offered : diagnostic.finding().fixes()) {
                if (same(applied.fix(), offered)) {
                    trial.changes().reach(diagnostic, offered, outcome.reach());
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some fixes are made to these texts. */
    private static boolean fit(List<Fix> fixes, Map<String, String> texts) {
        for (Fix fix : fixes) {
            for (Edit edit : fix.edits()) {
                SourceFile file = edit.at().file();
                if (!Objects.requireNonNull(texts.get(file.path())).endsWith(file.text())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The texts after all that were made. */
    Map<String, String> texts() {
        return with(pending);
    }

    private Map<String, String> with(List<Fix> fixes) {
        Map<String, List<Edit>> edits = new TreeMap<>();
        for (Fix fix : fixes) {
            for (Edit edit : fix.edits()) {
                edits.computeIfAbsent(edit.at().file().path(), any -> new ArrayList<>())
                        .add(edit);
            }
        }
        Map<String, String> changed = new TreeMap<>(texts);
        for (Map.Entry<String, List<Edit>> file : edits.entrySet()) {
            SourceFile old = file.getValue().get(0).at().file();
            changed.put(file.getKey(), (old.hasByteOrderMark() ? "\uFEFF" : "") + spliced(old, file.getValue()));
        }
        return changed;
    }

    private static boolean same(Fix one, Fix other) {
        boolean same = one.title().equals(other.title())
                && one.edits().size() == other.edits().size();
        for (int i = 0; same && i < one.edits().size(); i++) {
            Edit edit = one.edits().get(i);
            Edit twin = other.edits().get(i);
            same = edit.at().span().equals(twin.at().span())
                    && edit.text().equals(twin.text())
                    && edit.at().file().path().equals(twin.at().file().path())
                    && edit.at().file().text().equals(twin.at().file().text());
        }
        return same;
    }

    private static String spliced(SourceFile file, List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(edit -> edit.at().span().start()));
        StringBuilder text = new StringBuilder();
        int from = 0;
        Set<String> written = new HashSet<>();
        for (Edit edit : sorted) {
            Span span = edit.at().span();
            // what two fixes write alike is written once
            if (!written.add(span + edit.text())) {
                continue;
            }
            text.append(file.text(), from, span.start()).append(edit.text());
            from = span.end();
        }
        return text.append(file.text().substring(from)).toString();
    }
}
