package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Edits make one text of another, in no more than what differs. */
class EditsTest {
    private static final List<String> LINES =
            List.of("a: 1\n", "a: 2\r\n", "\n", "  - x\n", "b: \uD83D\uDEA2\n", "b: \uD83D\uDEA3\r\n", "\r", "end");

    private final Edits edits = new Edits(new Buffers(new Columns()), new Columns());

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LINES.get(random.nextInt(LINES.size())));
        }
        return text.toString();
    }

    @Test
    void makeOneTextOfTheOther() {
        Random random = new Random(20261128);
        for (int i = 0; i < 3000; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(Editor.applied(before, edits.changes(new SourceFile("a", before), after)))
                    .as("%s became %s", before, after)
                    .isEqualTo(after);
        }
    }

    @Test
    void touchNothingElse() {
        SourceFile before = new SourceFile("a", "first\nsize=64mb # why\nlast\n");
        assertThat(edits.changes(before, "first\nsize=64m # why\nlast\n"))
                .extracting(edit -> edit.getRange().getStart() + edit.getNewText())
                .hasSize(1)
                .first()
                .asString()
                .contains("line = 1", "character = 8");
        assertThat(edits.changes(before, before.text())).isEmpty();
    }
}
