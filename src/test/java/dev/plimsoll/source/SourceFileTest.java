package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void takesAByteOrderMarkOffAndRemembersIt() {
        SourceFile file = new SourceFile("a/b/compose.yaml", "\uFEFFservices:");
        assertThat(file.text()).isEqualTo("services:");
        assertThat(file.hasByteOrderMark()).isTrue();
        assertThat(file.lines().position(0)).isEqualTo(new Position(1, 1));
    }

    @Test
    void takesOffOneMarkOnly() {
        assertThat(new SourceFile("c", "\uFEFF\uFEFFx").text()).isEqualTo("\uFEFFx");
    }

    @Test
    void aMarkInsideIsText() {
        SourceFile file = new SourceFile("c", "x\uFEFF");
        assertThat(file.text()).isEqualTo("x\uFEFF");
        assertThat(file.hasByteOrderMark()).isFalse();
    }

    @Test
    void nameIsTheLastPartOfThePath() {
        assertThat(new SourceFile("a/b/compose.yaml", "").name()).isEqualTo("compose.yaml");
        assertThat(new SourceFile("compose.yaml", "").name()).isEqualTo("compose.yaml");
    }

    @Test
    void spanRefusesWhatIsNoRange() {
        assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spanCoversItselfAndWhatLiesInside() {
        Span span = new Span(2, 5);
        assertThat(span.covers(span)).isTrue();
        assertThat(span.covers(Span.at(2))).isTrue();
        assertThat(span.covers(Span.at(5))).isTrue();
        assertThat(span.covers(new Span(1, 3))).isFalse();
        assertThat(span.covers(new Span(4, 6))).isFalse();
        assertThat(span.length()).isEqualTo(3);
    }

    @Test
    void locationKnowsItsTextAndEnds() {
        Location at = new Location(new SourceFile("c", "a\n界😀b"), new Span(2, 5));
        assertThat(at.text()).isEqualTo("界😀");
        assertThat(at.start()).isEqualTo(new Position(2, 1));
        assertThat(at.end()).isEqualTo(new Position(2, 4));
    }
}
