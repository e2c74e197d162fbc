package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the fixes of what linting found, in rounds: those that do not touch each other together, then the texts are
 * linted anew, and what does not hold is taken back. A fix holds if everything can be read as before, its finding is
 * gone and no error or warning has come, or none that a fix made along with it does not remove. Only a safe fix of an error may bring others to light: what kept Docker from
 * starting a container also kept us from looking at it. See {@code src/adr/008-what-a-fix-may-bring.md}.
 */
public final class Fixer {
    /**
     * Rounds. A fix waits for the next one only if another touches the same place, which is rare after one or two; fixes
     * that undo each other would go on for ever.
     */
    static final int MAX_ROUNDS = 20;

    /** UTF-16 units that may be linted again, in all: many culprits among many fixes are not worth more than some seconds. */
    private static final long MAX_UNITS_LINTED = 8L * 1024 * 1024;

    /** Times that a text is linted again to find one culprit among thousands of fixes, as far as it is not huge. */
    private static final int ONE_CULPRIT = 32;

    private static final long HUGE = 1024 * 1024;

    /** Times that even the largest text is linted again. */
    private static final int MIN_CHECKS = 8;

    /** Times that even the smallest text is linted again. */
    private static final int MAX_CHECKS = 2000;

    /** Fixes in a row that each mend what the one before brought. */
    private static final int MAX_FOLLOWING = 3;

    private final Recheck recheck;
    private final Editable editable;
    private final Selection selection;
    private final Map<String, SourceFile> originals = new TreeMap<>();
    private final Map<String, SourceFile> changed = new TreeMap<>();
    private final List<Applied> applied = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    /** Fixes that did not hold, which are not tried again before the others are made: that would lint for each of them. */
    private final Set<String> setAside = new HashSet<>();

    private Checked current;
    private int checksLeft = -1;

    private Fixer(Checked found, Recheck recheck, Editable editable, Selection selection) {
        this.current = found;
        this.recheck = recheck;
        this.editable = editable;
        this.selection = selection;
    }

    /**
     * Makes all fixes that hold.
     *
     * @param found what linting said
     * @param selection which fixes to make
     */
    public static Fixed fix(Checked found, Recheck recheck, Editable editable, Selection selection) {
        return new Fixer(found, recheck, editable, selection).run();
    }

    private Fixed run() {
        if (!current.defects().isEmpty()) {
            refuseAll();
            return result();
        }
        int rounds = 0;
        while (rounds < MAX_ROUNDS) {
            refused.clear();
            boolean everything = setAside.isEmpty();
            // what keeps containers from starting first and alone, then the rest
            if (round(true) || round(false)) {
                rounds++;
            } else if (everything) {
                return result();
            } else {
                // now that nothing else is left: what was in its way may be mended
                setAside.clear();
            }
        }
        refused.clear();
        List<Choice> left = new ArrayList<>(choose(true));
        left.addAll(choose(false));
        for (Choice choice : left) {
            refuse(choice, "after " + MAX_ROUNDS + " rounds there is still more to fix");
        }
        return result();
    }

    /** What we failed on we did not understand, and change nothing of it. */
    private void refuseAll() {
        for (Diagnostic diagnostic : current.diagnostics()) {
            Fix fix = selection.of(diagnostic);
            if (fix != null) {
                refused.add(new Refused(diagnostic, fix, "plimsoll failed on this project"));
            }
        }
    }

    /** Whether a round made a fix. */
    private boolean round(boolean uncovering) {
        List<Choice> choices = choose(uncovering);
        if (choices.isEmpty()) {
            return false;
        }
        if (checksLeft < 0) {
            checksLeft = affordableChecks();
        }
        Round round = new Round(current);
        round.start(choices);
        round.keep();
        return !round.accepted.isEmpty();
    }

    private Fixed result() {
        List<FixedFile> files = new ArrayList<>();
        for (Map.Entry<String, SourceFile> file : changed.entrySet()) {
            SourceFile before = originals.getOrDefault(file.getKey(), file.getValue());
            if (!before.text().equals(file.getValue().text())) {
                files.add(new FixedFile(before, file.getValue()));
            }
        }
        return new Fixed(files, applied, refused, current);
    }

    private int affordableChecks() {
        Set<SourceFile> files = new HashSet<>();
        long units = 1;
        for (Diagnostic diagnostic : current.diagnostics()) {
            SourceFile file = diagnostic.finding().at().file();
            if (files.add(file)) {
                units += file.text().length();
            }
        }
        long many = Math.min(MAX_CHECKS, MAX_UNITS_LINTED / units);
        long one = units <= HUGE ? ONE_CULPRIT : MIN_CHECKS;
        return (int) Math.max(one, many);
    }

    private List<Choice> choose(boolean uncovering) {
        List<Choice> chosen = new ArrayList<>();
        Map<String, Choice> known = new HashMap<>();
        Patch patch = new Patch(true);
        for (Diagnostic diagnostic : current.diagnostics()) {
            Fix fix = selection.of(diagnostic);
            if (fix == null) {
                continue;
            }
            Choice choice = new Choice(fix, new ArrayList<>(List.of(diagnostic)));
            if (choice.uncovers() != uncovering || setAside.contains(Choice.wish(diagnostic, fix))) {
                continue;
            }
            String identity = choice.identity();
            Choice same = known.get(identity);
            if (same != null) {
                same.findings().add(diagnostic);
                continue;
            }
            Optional<String> reason = refusal(fix);
            if (reason.isPresent()) {
                refuse(choice, reason.get());
            } else if (patch.add(fix)) {
                known.put(identity, choice);
                chosen.add(choice);
            }
        }
        return chosen;
    }

    private Optional<String> refusal(Fix fix) {
        for (Edit edit : fix.edits()) {
            Optional<String> reason = editable.refusal(edit.at().file());
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private void refuse(Choice choice, String reason) {
        for (Diagnostic finding : choice.findings()) {
            refused.add(new Refused(finding, choice.fix(), reason));
        }
    }

    /** One round: fixes of one state of the texts, whose places all refer to it. */
    private final class Round {
        private final Checked before;
        private final List<Choice> accepted = new ArrayList<>();
        private Map<String, SourceFile> texts = Map.of();
        private Checked after;
        private List<Applied> followers = List.of();

        Round(Checked before) {
            this.before = before;
            this.after = before;
        }

        /**
         * Tries all together. If that does not hold, those that meet others at one place wait for the next round: a new
         * section that many want to add is there then.
         */
        void start(List<Choice> choices) {
            if (attempt(choices).isEmpty()) {
                accepted.addAll(choices);
                return;
            }
            List<Choice> apart = new ArrayList<>();
            Patch patch = new Patch(false);
            for (Choice choice : choices) {
                if (patch.add(choice.fix())) {
                    apart.add(choice);
                }
            }
            int known = refused.size();
            if (apart.size() < choices.size()) {
                accept(apart);
            }
            if (accepted.isEmpty()) {
                refused.subList(known, refused.size()).clear();
                halve(choices);
            }
        }

        private void halve(List<Choice> choices) {
            int middle = (choices.size() + 1) / 2;
            accept(choices.subList(0, middle));
            accept(choices.subList(middle, choices.size()));
        }

        /** Accepts as many as hold; halves what does not, so that one culprit among many is found in a few checks. */
        void accept(List<Choice> choices) {
            if (choices.isEmpty()) {
                return;
            }
            if (checksLeft <= 0) {
                for (Choice choice : choices) {
                    refuse(choice, "it was not tried, since too many others had to be taken back");
                }
                return;
            }
            Optional<String> reason = attempt(choices);
            if (reason.isEmpty()) {
                accepted.addAll(choices);
            } else if (choices.size() == 1) {
                refuse(choices.get(0), reason.get());
                for (Diagnostic finding : choices.get(0).findings()) {
                    setAside.add(Choice.wish(finding, choices.get(0).fix()));
                }
            } else {
                halve(choices);
            }
        }

        private Optional<String> attempt(List<Choice> more) {
            List<Choice> all = new ArrayList<>(accepted);
            all.addAll(more);
            Patch patch = new Patch(true);
            for (Choice choice : all) {
                patch.add(choice.fix());
            }
            Map<String, SourceFile> patched = patch.apply();
            List<Applied> alongWith = new ArrayList<>();
            Removed removed = new Removed();
            for (Choice choice : all) {
                removed.add(choice.findings());
            }
            removed.move(patch);
            for (int step = 0; ; step++) {
                checksLeft--;
                Map<String, SourceFile> everything = new HashMap<>(changed);
                everything.putAll(patched);
                Checked checked = recheck.check(everything);
                List<Diagnostic> brought = new ArrayList<>();
                Optional<String> reason = objection(all, removed, checked, brought);
                if (reason.isPresent()) {
                    return reason;
                }
                if (brought.isEmpty()) {
                    texts = patched;
                    after = checked;
                    followers = alongWith;
                    return Optional.empty();
                }
                Patch next = new Patch(true);
                for (Diagnostic diagnostic : brought) {
                    Fix fix = selection.following(diagnostic);
                    if (step == MAX_FOLLOWING || fix == null || refusal(fix).isPresent() || !next.add(fix)) {
                        return Optional.of("it would bring " + diagnostic.rule() + ": "
                                + diagnostic.finding().message());
                    }
                    alongWith.add(new Applied(diagnostic, fix));
                }
                removed.add(brought);
                removed.move(next);
                patched = new HashMap<>(patched);
                patched.putAll(next.apply());
            }
        }

        /**
         * What speaks against an outcome.
         *
         * @param removed what the fixes are to remove
         * @param brought takes the findings that have come, if nothing else speaks against it
         */
        private Optional<String> objection(
                List<Choice> made, Removed removed, Checked checked, List<Diagnostic> brought) {
            if (checked.defects().size() > before.defects().size()) {
                return Optional.of("plimsoll fails on the outcome");
            }
            Optional<String> worse = checked.worseThan(before);
            if (worse.isPresent()) {
                return worse;
            }
            Map<String, Integer> allowed = new HashMap<>();
            for (Diagnostic diagnostic : before.diagnostics()) {
                allowed.merge(diagnostic.fingerprint(), 1, Integer::sum);
            }
            for (Choice choice : made) {
                for (Diagnostic finding : choice.findings()) {
                    allowed.merge(finding.fingerprint(), -1, Integer::sum);
                }
            }
            boolean uncovers = made.get(0).uncovers();
            for (Diagnostic diagnostic : checked.diagnostics()) {
                boolean oneTooMany = allowed.merge(diagnostic.fingerprint(), -1, Integer::sum) < 0;
                if (oneTooMany && removed.isBack(diagnostic)) {
                    return Optional.of("its finding would still be there");
                }
                if (oneTooMany && !uncovers && diagnostic.severity().isAtLeast(Severity.WARNING)) {
                    brought.add(diagnostic);
                }
            }
            return Optional.empty();
        }

        void keep() {
            for (Choice choice : accepted) {
                for (Diagnostic finding : choice.findings()) {
                    applied.add(new Applied(finding, choice.fix()));
                }
                remember(choice.fix());
            }
            for (Applied follower : followers) {
                applied.add(follower);
                remember(follower.fix());
            }
            changed.putAll(texts);
            current = after;
        }

        private void remember(Fix fix) {
            for (Edit edit : fix.edits()) {
                SourceFile file = edit.at().file();
                originals.putIfAbsent(file.path(), file);
            }
        }
    }
}
