package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fixing by a linter of words: each rule below finds a word and knows what to write instead. */
class FixerTest {
    private static final Editable ANY = file -> Optional.empty();

    private int checks;

    /** Finds a word; {@code becomes} null for no fix. */
    private record Word(String word, String becomes, Safety safety, Severity severity) {}

    private static Word safe(String word, String becomes) {
        return new Word(word, becomes, Safety.SAFE, Severity.WARNING);
    }

    private static Word unsafe(String word, String becomes) {
        return new Word(word, becomes, Safety.UNSAFE, Severity.WARNING);
    }

    private static Checked lint(SourceFile file, List<Word> words) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        for (Word word : words) {
            int at = file.text().indexOf(word.word());
            while (at >= 0) {
                Location place =
                        new Location(file, new Span(at, at + word.word().length()));
                Finding.Builder finding = Finding.at(place)
                        .evidence("word "
                                + file.text()
                                        .substring(0, at)
                                        .chars()
                                        .filter(c -> c == ' ')
                                        .count());
                if (word.becomes() != null) {
                    finding.fix(new Fix(
                            "write " + word.becomes(), word.safety(), List.of(new Edit(place, word.becomes()))));
                }
                diagnostics.add(new Diagnostic(word.word(), "words", word.severity(), finding.says(word.word())));
                at = file.text().indexOf(word.word(), at + 1);
            }
        }
        if (file.text().contains("unreadable")) {
            errors.add(new InputError(new Location(file, Span.at(0)), "it is unreadable"));
        }
        if (file.text().contains("illegible")) {
            errors.add(new InputError(new Location(file, Span.at(0)), "it is illegible"));
        }
        return new Checked(diagnostics, errors, List.of());
    }

    private Fixed fix(String text, boolean unsafeToo, Word... words) {
        return fix(new SourceFile("a", text), unsafeToo, ANY, words);
    }

    private Fixed fix(SourceFile file, boolean unsafeToo, Editable editable, Word... words) {
        Recheck recheck = changed -> {
            checks++;
            return lint(changed.getOrDefault("a", file), List.of(words));
        };
        return Fixer.fix(lint(file, List.of(words)), recheck, editable, Selection.all(unsafeToo));
    }

    private static String text(Fixed fixed) {
        return fixed.files().isEmpty()
                ? "(unchanged)"
                : fixed.files().get(0).after().text();
    }

    @Test
    void makesAllFixesOfARoundTogether() {
        Fixed fixed = fix("old old old", false, safe("old", "new"));
        assertThat(text(fixed)).isEqualTo("new new new");
        assertThat(fixed.applied()).hasSize(3);
        assertThat(fixed.left().diagnostics()).isEmpty();
        assertThat(checks).isEqualTo(1);
    }

    @Test
    void leavesUnsafeFixesUnlessAsked() {
        Word[] words = {safe("old", "new"), unsafe("bad", "good")};
        assertThat(text(fix("old bad", false, words))).isEqualTo("new bad");
        assertThat(text(fix("old bad", true, words))).isEqualTo("new good");
    }

    @Test
    void keepsTheByteOrderMark() {
        FixedFile file = fix("\uFEFFold", false, safe("old", "new")).files().get(0);
        assertThat(file.after().hasByteOrderMark()).isTrue();
        assertThat(file.after().text()).isEqualTo("new");
    }

    @Test
    void fixesAtOnePlaceTakeRounds() {
        Fixed fixed = fix("abc", false, safe("ab", "x"), safe("bc", "y"), safe("xc", "z"));
        assertThat(text(fixed)).isEqualTo("z");
        assertThat(fixed.applied()).hasSize(2);
    }

    @Test
    void aFixWhoseFindingStaysIsRefused() {
        Fixed fixed = fix("old bad", false, safe("old", "older"), safe("bad", "good"));
        assertThat(text(fixed)).isEqualTo("old good");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("its finding would still be there");
    }

    /** A safe fix of an error may bring others to light, but not itself under another name. */
    @Test
    void aFixAfterWhichItsRuleFindsTheSamePlaceAgainIsRefused() {
        SourceFile file = new SourceFile("a", "x /srv y");
        Fixed fixed =
                Fixer.fix(dots(file), changed -> dots(changed.getOrDefault("a", file)), ANY, Selection.all(false));
        assertThat(text(fixed)).isEqualTo("(unchanged)");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("its finding would still be there");
    }

    /** Finds whatever ends with a path, and quotes all of it, so that each text gives a finding of its own. */
    private static Checked dots(SourceFile file) {
        int from = file.text().indexOf(' ') + 1;
        Location place = new Location(file, new Span(from, file.text().lastIndexOf(' ')));
        Finding finding = Finding.at(place)
                .evidence(place.text())
                .fix(new Fix("write ./", Safety.SAFE, List.of(new Edit(place, "./" + place.text()))))
                .says(place.text());
        return new Checked(List.of(new Diagnostic("dots", "words", Severity.ERROR, finding)), List.of(), List.of());
    }

    @Test
    void nothingIsFixedWherePlimsollFailed() {
        SourceFile file = new SourceFile("a", "old");
        List<Word> words = List.of(safe("old", "new"));
        Checked found = lint(file, words);
        Defect defect = Defect.of("a", "rule x", new IllegalStateException());
        Fixed fixed = Fixer.fix(
                new Checked(found.diagnostics(), List.of(), List.of(defect)),
                changed -> lint(changed.getOrDefault("a", file), words),
                ANY,
                Selection.all(true));
        assertThat(text(fixed)).isEqualTo("(unchanged)");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("plimsoll failed on this project");
        assertThat(fixed.left().defects()).containsExactly(defect);
    }

    @Test
    void aFixThatMakesTheTextUnreadableIsRefused() {
        Fixed fixed = fix("a b c d", false, safe("a", "1"), safe("b", "unreadable"), safe("c", "3"), safe("d", "4"));
        assertThat(text(fixed)).isEqualTo("1 b 3 4");
        assertThat(fixed.refused())
                .extracting(Refused::reason)
                .containsExactly("the outcome cannot be read: it is unreadable");
    }

    @Test
    void whatCouldNotBeReadBeforeRefusesNothing() {
        assertThat(text(fix("unreadable old", false, safe("old", "new")))).isEqualTo("unreadable new");
        Fixed fixed = fix("unreadable old", false, safe("unreadable old", "illegible"));
        assertThat(fixed.refused())
                .extracting(Refused::reason)
                .containsExactly("the outcome cannot be read: it is illegible");
    }

    @Test
    void aFixOnWhoseOutcomePlimsollFailsIsRefused() {
        SourceFile file = new SourceFile("a", "old bad");
        List<Word> words = List.of(safe("old", "new"), safe("bad", "worse"));
        Recheck recheck = changed -> {
            Checked checked = lint(changed.getOrDefault("a", file), words);
            boolean fails = changed.get("a").text().contains("worse");
            List<Defect> defects = fails ? List.of(Defect.of("a", "rule x", new IllegalStateException())) : List.of();
            return new Checked(checked.diagnostics(), checked.errors(), defects);
        };
        Fixed fixed = Fixer.fix(lint(file, words), recheck, ANY, Selection.all(false));
        assertThat(text(fixed)).isEqualTo("new bad");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("plimsoll fails on the outcome");
    }

    /** Every other fix is a culprit: finding all sixteen would lint more than a mebibyte fifty times. */
    @Test
    void ofAHugeTextNotEverythingIsTried() {
        String text = "old odd ".repeat(16) + "x".repeat(1024 * 1024);
        Word hazard = new Word("worse", null, Safety.SAFE, Severity.WARNING);
        Fixed fixed = fix(text, false, safe("old", "new"), safe("odd", "worse"), hazard);
        assertThat(fixed.refused())
                .extracting(Refused::reason)
                .contains("it was not tried, since too many others had to be taken back");
        assertThat(checks).isBetween(8, 24);
    }

    @Test
    void aFixThatBringsAnotherFindingIsRefused() {
        Word hazard = new Word("worse", null, Safety.SAFE, Severity.WARNING);
        Fixed fixed = fix("bad", false, safe("bad", "worse"), hazard);
        assertThat(text(fixed)).isEqualTo("(unchanged)");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("it would bring worse: worse");
    }

    @Test
    void adviceThatComesRefusesNothing() {
        Word advice = new Word("fine", null, Safety.SAFE, Severity.INFO);
        assertThat(text(fix("bad", false, safe("bad", "fine"), advice))).isEqualTo("fine");
    }

    @Test
    void whatAFixBringsIsFixedAlongWithIt() {
        Fixed fixed = fix("bad", true, unsafe("bad", "worse"), unsafe("worse", "good"));
        assertThat(text(fixed)).isEqualTo("good");
        assertThat(fixed.applied()).hasSize(2);
        assertThat(fixed.files().get(0).before().text()).isEqualTo("bad");
        // but not if that fix may not be made
        assertThat(text(fix("bad", false, safe("bad", "worse"), unsafe("worse", "good"))))
                .isEqualTo("(unchanged)");
    }

    @Test
    void aSafeFixOfAnErrorMayUncoverOthers() {
        Word error = new Word("broken", "whole", Safety.SAFE, Severity.ERROR);
        Word unsafeError = new Word("broken", "whole", Safety.UNSAFE, Severity.ERROR);
        Word hazard = new Word("whole", null, Safety.SAFE, Severity.ERROR);
        assertThat(text(fix("broken", false, error, hazard))).isEqualTo("whole");
        assertThat(text(fix("broken", true, unsafeError, hazard))).isEqualTo("(unchanged)");
        // nothing else profits from it
        Fixed fixed = fix(
                "broken bad",
                false,
                error,
                hazard,
                safe("bad", "worse"),
                new Word("worse", null, Safety.SAFE, Severity.WARNING));
        assertThat(text(fixed)).isEqualTo("whole bad");
    }

    @Test
    void fixesThatUndoEachOtherComeToAnEnd() {
        Fixed fixed = fix("a", false, safe("a", "b"), safe("b", "a"));
        assertThat(text(fixed)).isEqualTo("(unchanged)");
        assertThat(fixed.refused()).hasSize(1);
        Word a = new Word("a", "b", Safety.SAFE, Severity.ERROR);
        Word b = new Word("b", "a", Safety.SAFE, Severity.ERROR);
        Fixed endless = fix("a", false, a, b);
        assertThat(endless.applied()).hasSize(Fixer.MAX_ROUNDS);
        assertThat(endless.refused()).hasSize(1);
    }

    @Test
    void aCulpritAmongManyIsFoundInFewChecks() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            words.append(i == 333 ? "odd " : "old ");
        }
        Word hazard = new Word("worse", null, Safety.SAFE, Severity.WARNING);
        Fixed fixed = fix(words.toString(), false, safe("old", "new"), safe("odd", "worse"), hazard);
        assertThat(fixed.applied()).hasSize(499);
        assertThat(fixed.refused()).hasSize(1);
        assertThat(checks).isLessThan(50);
    }

    @Test
    void filesThatMayNotBeEditedStay() {
        Fixed fixed = fix(
                new SourceFile("a", "old"), false, file -> Optional.of(file.path() + " is locked"), safe("old", "new"));
        assertThat(text(fixed)).isEqualTo("(unchanged)");
        assertThat(fixed.refused()).extracting(Refused::reason).containsExactly("a is locked");
        assertThat(checks).isZero();
    }

    @Test
    void insertionsAtOnePlaceStandInTheirOrder() {
        SourceFile file = new SourceFile("a", "xy");
        Location between = new Location(file, Span.at(1));
        Patch patch = new Patch(true);
        assertThat(patch.add(insertion(between, "1"))).isTrue();
        assertThat(patch.add(insertion(between, "2"))).isTrue();
        assertThat(patch.add(insertion(new Location(file, new Span(0, 1)), "z")))
                .isFalse();
        assertThat(patch.add(insertion(new Location(file, new Span(1, 2)), "z")))
                .isFalse();
        assertThat(patch.add(insertion(new Location(file, new Span(0, 2)), "z")))
                .isFalse();
        assertThat(patch.apply().get("a").text()).isEqualTo("x12y");
    }

    @Test
    void insertionsAtOnePlaceMayHaveToWait() {
        SourceFile file = new SourceFile("a", "xy");
        Location between = new Location(file, Span.at(1));
        Patch patch = new Patch(false);
        assertThat(patch.add(insertion(between, "1"))).isTrue();
        assertThat(patch.add(insertion(between, "2"))).isFalse();
        assertThat(patch.add(insertion(new Location(file, Span.at(2)), "3"))).isTrue();
    }

    @Test
    void replacementsSideBySideDoNotConflict() {
        SourceFile file = new SourceFile("a", "abcd");
        Patch patch = new Patch(true);
        assertThat(patch.add(insertion(new Location(file, new Span(2, 4)), "2")))
                .isTrue();
        assertThat(patch.add(insertion(new Location(file, new Span(0, 2)), "1")))
                .isTrue();
        assertThat(patch.add(insertion(new Location(file, new Span(1, 3)), "x")))
                .isFalse();
        assertThat(patch.add(insertion(new Location(file, Span.at(4)), "x"))).isFalse();
        assertThat(patch.apply())
                .extractingByKey("a")
                .extracting(SourceFile::text)
                .isEqualTo("12");
        assertThat(Map.copyOf(patch.apply())).hasSize(1);
    }

    private static Fix insertion(Location at, String text) {
        return new Fix("write " + text, Safety.SAFE, List.of(new Edit(at, text)));
    }
}
