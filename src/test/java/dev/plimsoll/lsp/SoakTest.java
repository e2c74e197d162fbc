package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day in an editor: thousands of edits of a project of 60 services, with a question behind each. {@code mvn test -Psoak}
 * makes 20,000 edits, {@code -Dplimsoll.soak=N} as many as one says.
 */
@Tag("integration")
@Tag("soak")
class SoakTest {
    private static final int EDITS = Integer.getInteger("plimsoll.soak", 5000);
    private static final int SERVICES = 60;

    /** What an editor's server may take, in MiB. */
    private static final long MAX_MEMORY = 300;

    private static final String BASE = "compose.yaml";
    private static final String OVERRIDE = "compose.override.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private final Random random = new Random(20261128);
    private final long[] nanos = new long[EDITS];
    private final StringBuilder base = new StringBuilder("services:\n");
    private final StringBuilder over = new StringBuilder("services:\n");

    /** What the server takes at one time. */
    private record Taken(long threads, long openFiles, long memory) {
        static Taken by(ServerProcess server) throws Exception {
            return new Taken(server.threads(), server.openFiles(), server.peakMemory());
        }
    }

    @Test
    void aDayOfEditsTakesNoMoreThanItsFirstHour() throws Exception {
        assumeTrue(ServerProcess.canBeMeasured(), "this system does not tell what a process takes");
        Path project = Files.createDirectory(temporary.toRealPath().resolve("project"));
        for (int i = 0; i < SERVICES; i++) {
            base.append("  s" + i + ":\n    image: postgres:16\n    mem_limit: 512m\n    tmpfs:\n      - /tmp:size="
                    + (i + 1) + "m\n");
            over.append("  s" + i + ":\n    memswap_limit: " + (600 + i) + "m\n");
        }
        try (ServerProcess server = ServerProcess.start(project, temporary)) {
            Editor editor = new Editor(project, server.launcher());
            editor.initialize(Editor.capabilities());
            editor.open(BASE, base.toString());
            editor.open(OVERRIDE, over.toString());
            Taken early = null;
            for (int i = 0; i < EDITS; i++) {
                long begin = System.nanoTime();
                edit(i, editor);
                ask(i, editor);
                nanos[i] = System.nanoTime() - begin;
                if (i == EDITS / 4) {
                    early = Taken.by(server);
                }
            }
            Taken late = Taken.by(server);
            System.out.printf(
                    "soak: %d edits, median %.1f ms, then %.1f ms, %.1f ms of a processor each; %s, then %s%n",
                    EDITS,
                    median(EDITS / 4, EDITS / 2),
                    median(EDITS * 3 / 4, EDITS),
                    (double) server.busy() / EDITS,
                    early,
                    late);
            assertThat(early).isNotNull();
            assertThat(late.memory()).isLessThan(MAX_MEMORY);
            assertThat(late.openFiles()).isLessThanOrEqualTo(early.openFiles() + 2);
            assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + 2);
            // the machine may be busier than before, so there is room; what grows with each edit has more than doubled
            assertThat(median(EDITS * 3 / 4, EDITS)).isLessThan(2 * median(EDITS / 4, EDITS / 2) + 10);
            sameAsOpenedAnew(editor);
            editor.server().shutdown().get(20, TimeUnit.SECONDS);
            editor.server().exit();
            assertThat(editor.exit.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(server.said()).isEmpty();
            assertThat(editor.messages).isEmpty();
        }
    }

    private double median(int from, int to) {
        long[] part = Arrays.copyOfRange(nanos, from, to);
        Arrays.sort(part);
        return part[part.length / 2] / 1e6;
    }

    /** Types something: a size, a limit of the override, a comment letter by letter, a line that comes and goes. */
    private void edit(int i, Editor editor) {
        int service = random.nextInt(SERVICES);
        switch (i % 8) {
            case 0, 1, 2 -> {
                String size = (1 + random.nextInt(97)) + (random.nextInt(3) == 0 ? "mb" : "m");
                replace(editor, BASE, base, find(base, service, "size=") + 5, '\n', size);
            }
            case 3 ->
                replace(
                        editor,
                        OVERRIDE,
                        over,
                        find(over, service, "limit: ") + 7,
                        '\n',
                        (400 + random.nextInt(400)) + "m");
            case 4, 5, 6 -> {
                // a letter of a comment at the end
                int end = base.length();
                change(editor, BASE, base, end, end, i % 8 == 4 ? "#" : "x");
            }
            default -> {
                int start = base.lastIndexOf("\n") + 1;
                change(editor, BASE, base, start, base.length(), "");
            }
        }
    }

    private static int find(StringBuilder text, int service, String what) {
        return text.indexOf(what, text.indexOf("  s" + service + ":\n"));
    }

    private void replace(Editor editor, String name, StringBuilder text, int from, char until, String by) {
        change(editor, name, text, from, text.indexOf(String.valueOf(until), from), by);
    }

    private static void change(Editor editor, String name, StringBuilder text, int from, int to, String by) {
        Range range = new Range(position(text, from), position(text, to));
        text.replace(from, to, by);
        editor.change(name, List.of(new TextDocumentContentChangeEvent(range, by)));
    }

    private static Position position(StringBuilder text, int offset) {
        int line = 0;
        int start = 0;
        for (int next = text.indexOf("\n"); next >= 0 && next < offset; next = text.indexOf("\n", next + 1)) {
            line++;
            start = next + 1;
        }
        return new Position(line, offset - start);
    }

    /** Asks something, and waits for the answer: it is of the text as it is now. */
    private void ask(int i, Editor editor) throws Exception {
        TextDocumentService documents = editor.server().getTextDocumentService();
        TextDocumentIdentifier document = new TextDocumentIdentifier(editor.uri(BASE));
        int line = 1 + 5 * random.nextInt(SERVICES);
        Range all = new Range(new Position(line, 0), new Position(line + 50, 0));
        switch (i % 10) {
            case 0 ->
                assertThat(Editor.wait(documents.codeLens(new CodeLensParams(document))))
                        .isNotEmpty();
            case 1, 6 -> Editor.wait(documents.inlayHint(new InlayHintParams(document, all)));
            case 2 -> editor.actions(BASE, line + 4);
            case 3 -> {
                if (i % 50 == 3) {
                    editor.actions(BASE, 0, "source.fixAll");
                }
            }
            default -> {
                int column = i % 2 == 0 ? 16 : 12;
                assertThat(Editor.wait(documents.hover(new HoverParams(document, new Position(line + 2, column)))))
                        .isNotNull();
            }
        }
        if (i % 20 == 0) {
            Editor.wait(documents.completion(new CompletionParams(document, new Position(0, 0))));
        }
    }

    /** What is known after all edits is what is known of their outcome. */
    private void sameAsOpenedAnew(Editor editor) throws Exception {
        // an error that nothing else makes says that all before it was told
        String end = "  last: {image: nginx, tmpfs: \"/end:size=1xb\"}\n";
        change(editor, BASE, base, base.lastIndexOf("\n") + 1, base.length(), end);
        List<Diagnostic> edited = editor.await(BASE, SoakTest::isLast);
        editor.close(BASE);
        editor.await(BASE, List::isEmpty);
        editor.open(BASE, base.toString());
        assertThat(editor.await(BASE, SoakTest::isLast)).isEqualTo(edited);
    }

    private static boolean isLast(List<Diagnostic> found) {
        return found.stream()
                .anyMatch(diagnostic -> diagnostic.getRange().getStart().getLine() > 5 * SERVICES);
    }
}
