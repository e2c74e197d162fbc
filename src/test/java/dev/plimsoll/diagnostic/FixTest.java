package dev.plimsoll.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
    private static final SourceFile FILE = new SourceFile("compose.yaml", "0123456789");

    private static Edit edit(int from, int to, String text) {
        return new Edit(new Location(FILE, new Span(from, to)), text);
    }

    private static Fix fix(Edit... edits) {
        return new Fix("do it", Safety.UNSAFE, List.of(edits));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 2, 4, false",
        "0, 3, 2, 4, true",
        "0, 4, 1, 2, true",
        "2, 2, 2, 2, true",
        "2, 2, 3, 3, false",
        "2, 2, 2, 4, true",
        "4, 4, 2, 4, true",
        "3, 3, 2, 4, true",
        "1, 1, 2, 4, false",
        "5, 5, 2, 4, false",
    })
    void editsConflictWhereTheirOrderWouldMatter(int from, int to, int otherFrom, int otherTo, boolean conflict) {
        Edit one = edit(from, to, "x");
        Edit other = edit(otherFrom, otherTo, "y");
        assertThat(one.conflictsWith(other)).isEqualTo(conflict);
        assertThat(other.conflictsWith(one)).isEqualTo(conflict);
    }

    @Test
    void editsOfDifferentFilesNeverConflict() {
        Edit elsewhere = new Edit(new Location(new SourceFile("b.yaml", "0123"), new Span(0, 2)), "x");
        assertThat(edit(0, 2, "y").conflictsWith(elsewhere)).isFalse();
        Fix fix = fix(edit(0, 2, "y"), elsewhere);
        assertThat(fix.applyTo(FILE)).isEqualTo("y23456789");
        assertThat(fix.applyTo(elsewhere.at().file())).isEqualTo("x23");
        assertThat(fix.applyTo(new SourceFile("c.yaml", "abc"))).isEqualTo("abc");
    }

    @Test
    void aFixHasEditsWithoutConflict() {
        assertThatThrownBy(() -> fix())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do it");
        assertThatThrownBy(() -> fix(edit(0, 3, "x"), edit(2, 4, "y"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fix(edit(5, 8, "x"), edit(0, 1, ""), edit(6, 7, "y")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fix(edit(0, 9, "x"), edit(1, 2, ""), edit(4, 5, "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void editsAreSortedAndAppliedToTheOldPlaces() {
        Fix fix = fix(edit(8, 9, "eight"), edit(0, 0, "start "), edit(3, 5, ""));
        assertThat(fix.edits()).extracting(edit -> edit.at().span().start()).containsExactly(0, 3, 8);
        assertThat(fix.applyTo(FILE)).isEqualTo("start 012567eight9");
    }

    @Test
    void fixesConflictIfAnyOfTheirEditsDo() {
        Fix fix = fix(edit(0, 1, "x"), edit(5, 6, "y"));
        assertThat(fix.conflictsWith(fix(edit(2, 3, "x"), edit(5, 5, "z")))).isTrue();
        assertThat(fix.conflictsWith(fix(edit(2, 3, "x"), edit(8, 8, "z")))).isFalse();
    }

    @Property(seed = "20261121")
    void randomEditsGiveWhatPiecesPutTogetherGive(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 6) int count, @ForAll long seed) {
        SourceFile file = new SourceFile("c", "x" + text);
        Random random = new Random(seed);
        List<Edit> edits = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        int at = 0;
        for (int i = 0; i < count && at < file.text().length(); i++) {
            int from = at + random.nextInt(file.text().length() - at + 1);
            int to = from + random.nextInt(file.text().length() - from + 1);
            String with = "<" + i + ">".repeat(random.nextInt(3));
            expected.append(file.text(), at, from).append(with);
            edits.add(new Edit(new Location(file, new Span(from, to)), with));
            // one unit stays between two edits, so that none conflicts
            int next = Math.min(to + 1, file.text().length());
            expected.append(file.text(), to, next);
            at = next;
            if (to == next) {
                break;
            }
        }
        expected.append(file.text(), at, file.text().length());
        Collections.shuffle(edits, random);
        assertThat(new Fix("do it", Safety.SAFE, edits).applyTo(file)).isEqualTo(expected.toString());
        assertThat(Fix.apply(file, edits)).isEqualTo(expected.toString());
    }
}
