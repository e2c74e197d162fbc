package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    private static final SourceFile FILE = new SourceFile("compose.yaml", "one\ntwo\nthree\nfour\nfive\n");
    private static final SourceFile OTHER = new SourceFile("compose.override.yaml", "one\ntwo\n");

    private static Edit edit(SourceFile file, String old, String text) {
        int start = file.text().indexOf(old);
        return new Edit(new Location(file, new Span(start, start + old.length())), text);
    }

    private static List<String> numbers(Edit... edits) {
        Fix fix = new Fix("change it", Safety.UNSAFE, List.of(edits));
        return LineDiff.of(fix).stream()
                .map(hunk -> hunk.file().path() + " " + hunk.line() + " becomes " + hunk.lineAfter())
                .toList();
    }

    @Test
    void addedLinesAreNumberedAsTheyWillBe() {
        assertThat(numbers(
                        edit(FILE, "one\n", "one\nmore\nand more\n"),
                        edit(FILE, "three\n", ""),
                        edit(FILE, "five", "5")))
                .containsExactly("compose.yaml 2 becomes 2", "compose.yaml 3 becomes 5", "compose.yaml 5 becomes 6");
    }

    @Test
    void eachFileIsNumberedByItself() {
        assertThat(numbers(edit(OTHER, "one\n", "one\nmore\n"), edit(FILE, "two", "2"), edit(OTHER, "two", "2")))
                .containsExactlyInAnyOrder(
                        "compose.override.yaml 2 becomes 2",
                        "compose.override.yaml 2 becomes 3",
                        "compose.yaml 2 becomes 2");
    }
}
