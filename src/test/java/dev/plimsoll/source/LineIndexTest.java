package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineIndexTest {
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of("\n", "\r", "\r\n", "", "a", "bc", "界面", "😀", "\t", "\u2028", "\u0085", "\uD83D");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(seed = "20261121")
    void everyOffsetComesBackFromItsPosition(@ForAll("texts") String text) {
        LineIndex lines = LineIndex.of(text);
        for (int offset = 0; offset <= text.length(); offset++) {
            assertThat(lines.offset(lines.position(offset))).isEqualTo(offset);
        }
    }

    @Property(seed = "20261121")
    void linesAndTheirBreaksMakeUpTheText(@ForAll("texts") String text) {
        LineIndex lines = LineIndex.of(text);
        StringBuilder joined = new StringBuilder();
        for (int line = 1; line <= lines.count(); line++) {
            Span span = lines.line(line);
            String content = text.substring(span.start(), span.end());
            assertThat(content).doesNotContain("\n", "\r");
            assertThat(lines.position(span.start())).isEqualTo(new Position(line, 1));
            assertThat(lines.position(span.end())).isEqualTo(new Position(line, content.length() + 1));
            String lineBreak = text.substring(span.end(), lines.nextLineStart(line));
            assertThat(lineBreak).isIn(line == lines.count() ? List.of("") : List.of("\n", "\r", "\r\n"));
            joined.append(content).append(lineBreak);
        }
        assertThat(joined.toString()).isEqualTo(text);
    }

    @Property(seed = "20261121")
    void countsLinesAsEditorsDo(@ForAll("texts") String text) {
        // the regular expression is slow and plainly right
        List<String> split = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
        assertThat(LineIndex.of(text).count()).isEqualTo(split.size());
    }

    @Test
    void columnsCountUtf16Units() {
        LineIndex lines = LineIndex.of("ab\n界😀x");
        assertThat(lines.position(3)).isEqualTo(new Position(2, 1));
        assertThat(lines.position(4)).isEqualTo(new Position(2, 2));
        assertThat(lines.position(6)).isEqualTo(new Position(2, 4));
        assertThat(lines.position(7)).isEqualTo(new Position(2, 5));
    }

    @Test
    void aLineBreakBelongsToTheLineThatItEnds() {
        LineIndex lines = LineIndex.of("a\r\nb");
        assertThat(lines.position(1)).isEqualTo(new Position(1, 2));
        assertThat(lines.position(2)).isEqualTo(new Position(1, 3));
        assertThat(lines.position(3)).isEqualTo(new Position(2, 1));
    }

    @Test
    void moreLinesThanTheFirstBufferHolds() {
        LineIndex lines = LineIndex.of("x\n".repeat(1_000));
        assertThat(lines.count()).isEqualTo(1_001);
        assertThat(lines.line(1_001)).isEqualTo(Span.at(2_000));
        assertThat(lines.position(1_999)).isEqualTo(new Position(1_000, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void refusesOffsetsOutsideOfTheText(int offset) {
        LineIndex lines = LineIndex.of("a\nb");
        assertThatThrownBy(() -> lines.position(offset)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesPositionsThatAreNotThere() {
        LineIndex lines = LineIndex.of("a\nb");
        for (Position missing : List.of(
                new Position(0, 1), new Position(3, 1), new Position(1, 0), new Position(1, 3), new Position(2, 3))) {
            assertThatThrownBy(() -> lines.offset(missing))
                    .as("%s", missing)
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
