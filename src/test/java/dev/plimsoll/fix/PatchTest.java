package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a part of a text is found once it is patched. */
class PatchTest {
    private static final SourceFile FILE = new SourceFile("a", "0123456789");

    private static Location at(SourceFile file, int start, int end) {
        return new Location(file, new Span(start, end));
    }

    private static Fix fix(int start, int end, String text) {
        return new Fix("write", Safety.SAFE, List.of(new Edit(at(FILE, start, end), text)));
    }

    /** Edits as {@code FROM-TO=TEXT}; the part is {@code 45}, and what it becomes is told by what stands there. */
    @ParameterizedTest
    @CsvSource({
        "7-8=xyz, 4, 45",
        "0-2=wxyz, 6, 45",
        "0-2=, 2, 45",
        "2-4=xyz, 5, 45",
        "0-0=xy, 6, 45",
        "4-4=xy, 4, xy45",
        "6-6=xy, 4, 45xy",
        "6-7=xy, 4, 45",
        "5-5=xy, 4, 4xy5",
        "4-5=xyz, 4, xyz5",
        "4-6=x, 4, x",
        "4-6=, 4, ''",
        "3-5=x, 3, x5",
        "5-8=x, 4, 4x",
        "2-8=, 2, ''",
        "0-1=abc 4-5=xy, 6, xy5",
        "0-3= 5-6=xyz, 1, 4xyz",
        "1-1=ab 2-3=cde 6-6=f, 8, 45f",
    })
    void aPartMovesWithTheText(String edits, int start, String text) {
        Patch patch = new Patch(true);
        for (String edit : edits.split(" ", -1)) {
            int dash = edit.indexOf('-');
            int equals = edit.indexOf('=');
            assertThat(patch.add(fix(
                            Integer.parseInt(edit.substring(0, dash)),
                            Integer.parseInt(edit.substring(dash + 1, equals)),
                            edit.substring(equals + 1))))
                    .isTrue();
        }
        Span moved = patch.moved("a", new Span(4, 6));
        assertThat(moved).isEqualTo(new Span(start, start + text.length()));
        assertThat(patch.apply().get("a").text().substring(moved.start(), moved.end()))
                .isEqualTo(text);
    }

    @Test
    void nothingMovesInOtherFiles() {
        Patch patch = new Patch(true);
        assertThat(patch.add(fix(0, 2, "wxyz"))).isTrue();
        assertThat(patch.moved("b", new Span(4, 6))).isEqualTo(new Span(4, 6));
    }

    @Test
    void aFixTouchesTheFilesOfItsEdits() {
        Applied applied = new Applied(found("rule", FILE, 4, 6), fix(4, 6, "x"));
        assertThat(applied.touches("a")).isTrue();
        assertThat(applied.touches("b")).isFalse();
    }

    private static Diagnostic found(String rule, SourceFile file, int start, int end) {
        Finding.Builder finding = Finding.at(at(file, start, end)).evidence(file.text() + start + "-" + end);
        return new Diagnostic(rule, "words", Severity.WARNING, finding.says("it is so"));
    }

    /** The part {@code 45} of the text is {@code 67} of the next one, since two units were inserted before it. */
    @ParameterizedTest
    @CsvSource({"6, 8, true", "7, 9, true", "4, 7, true", "6, 6, true", "8, 9, false", "4, 6, false", "9, 10, false"})
    void aFindingIsBackIfItsRuleFindsSomethingAtItsPlace(int start, int end, boolean back) {
        Removed removed = new Removed();
        removed.add(List.of(found("rule", FILE, 4, 6)));
        Patch patch = new Patch(true);
        assertThat(patch.add(fix(0, 0, "xy"))).isTrue();
        removed.move(patch);
        SourceFile after = patch.apply().get("a");
        assertThat(removed.isBack(found("rule", after, start, end))).isEqualTo(back);
        assertThat(removed.isBack(found("another", after, start, end))).isFalse();
        assertThat(removed.isBack(found("rule", new SourceFile("b", after.text()), start, end)))
                .isFalse();
    }

    @Test
    void aFindingThatIsFoundAgainElsewhereIsBack() {
        Removed removed = new Removed();
        removed.add(List.of(found("rule", FILE, 4, 6)));
        assertThat(removed.isBack(found("rule", FILE, 4, 6))).isTrue();
        assertThat(removed.isBack(found("rule", FILE, 0, 2))).isFalse();
    }

    /** Two services that share a value ask for one change of it, and so do two projects that share a file. */
    @Test
    void whatTwoFixesWriteAlikeIsWrittenOnce() {
        Patch patch = new Patch(true);
        assertThat(patch.add(fix(3, 3, ",uid=7"))).isTrue();
        assertThat(patch.add(fix(3, 3, ",mode=1"))).isTrue();
        assertThat(patch.add(fix(3, 3, ",uid=7"))).isTrue();
        assertThat(patch.apply().get("a").text()).isEqualTo("012,uid=7,mode=13456789");
        assertThat(new Patch(false).add(fix(3, 3, ",uid=7"))).isTrue();
    }
}
