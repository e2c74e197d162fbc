package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents follow what is typed in them. */
class BuffersTest {
    private static final String URI = "file:///a/compose.yaml";
    private static final List<String> PARTS = List.of(
            "a: 1",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\uD83D\uDEA2",
            "\u00E9",
            "\u754C",
            "#",
            "",
            "x\ny\r\nz",
            "\uFEFF",
            "\u2028");

    /** A text that its editor changes, and how it counts. */
    private static final class Typist {
        private final Random random;
        private final boolean bytes;
        private final StringBuilder text = new StringBuilder();

        Typist(Random random, boolean bytes) {
            this.random = random;
            this.bytes = bytes;
        }

        String some() {
            StringBuilder some = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                some.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            return some.toString();
        }

        /** Replaces a part of the text, and says so in the words of the protocol. */
        TextDocumentContentChangeEvent type() {
            int one = place();
            int other = random.nextInt(3) == 0 ? one : place();
            int from = Math.min(one, other);
            int to = Math.max(one, other);
            String by = some();
            Range range = new Range(position(from), position(to));
            text.replace(from, to, by);
            return new TextDocumentContentChangeEvent(range, by);
        }

        /** An offset that is no half of a character or of the end of a line. */
        private int place() {
            int place = random.nextInt(text.length() + 1);
            boolean inside = place > 0
                    && place < text.length()
                    && (Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place))
                            || (text.charAt(place - 1) == '\r' && text.charAt(place) == '\n'));
            return inside ? place - 1 : place;
        }

        /** Counted here once more, not by what is tested. */
        private Position position(int offset) {
            int line = 0;
            int start = 0;
            for (int i = 0; i < offset; i++) {
                boolean ends = text.charAt(i) == '\n'
                        || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
                if (ends) {
                    line++;
                    start = i + 1;
                }
            }
            String before = text.substring(start, offset);
            return new Position(line, bytes ? before.getBytes(StandardCharsets.UTF_8).length : before.length());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areTheEditorsAfterAnyEdits(boolean bytes) {
        Random random = new Random(20261128);
        for (int session = 0; session < 200; session++) {
            Columns columns = new Columns();
            if (bytes) {
                columns.countBytes();
            }
            Buffers buffers = new Buffers(columns);
            Typist typist = new Typist(random, bytes);
            typist.text.append(typist.some());
            buffers.open(new TextDocumentItem(URI, "yaml", 1, typist.text.toString()));
            for (int version = 2; version < 20; version++) {
                List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    changes.add(typist.type());
                }
                buffers.change(URI, version, changes);
                assertThat(buffers.get(URI).text()).isEqualTo(typist.text.toString());
                assertThat(buffers.get(URI).version()).isEqualTo(version);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2147483647, 0, 2147483647, a|b",
        "0, 1, 0, -3, ax|b",
        "0, -5, 0, 1, x|b",
        "9, 0, 2147483647, 0, a|bx",
        "-1, 4, 0, 1, x|b",
        "0, 1, 99, 0, ax",
    })
    void takeAPlaceOutsideForTheNextOneInside(int line, int column, int toLine, int toColumn, String expected) {
        Buffers buffers = new Buffers(new Columns());
        buffers.open(new TextDocumentItem(URI, "yaml", 1, "a\nb"));
        Range range = new Range(new Position(line, column), new Position(toLine, toColumn));
        boolean far = column == Integer.MAX_VALUE;
        buffers.change(URI, 2, List.of(new TextDocumentContentChangeEvent(range, far ? "" : "x")));
        assertThat(buffers.get(URI).text()).isEqualTo(expected.replace("|", "\n"));
    }

    @Test
    void missNothingThatAnEditorLeavesOut() {
        Buffers buffers = new Buffers(new Columns());
        TextDocumentItem bare = new TextDocumentItem();
        assertThat(buffers.open(bare)).isNull();
        bare.setUri(URI);
        assertThat(buffers.open(bare)).isNotNull();
        assertThat(buffers.get(URI).language()).isEmpty();
        buffers.change(URI, 2, List.of(new TextDocumentContentChangeEvent()));
        assertThat(buffers.get(URI).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "vscode-notebook-cell:/a/b.ipynb#W0sZmlsZQ%3D%3D",
                "http://example.com/compose.yaml",
                "file:compose.yaml",
                "file:///%00",
                "file:///a/%zz",
                "compose.yaml",
                "",
                ":",
            })
    void areFilesAlone(String uri) {
        assertThat(Buffers.file(uri)).isNull();
    }

    @Test
    void areFoundByTheirPathsHoweverTheyAreSpelled() {
        assertThat(Buffers.file("file:///a%20b/%23/%C3%A9%25.yaml").getPath().replace('\\', '/'))
                .endsWith("/a b/#/\u00E9%.yaml");
        assertThat(Buffers.file("file:///a/" + "b/".repeat(3000))).isNull();
    }
}
