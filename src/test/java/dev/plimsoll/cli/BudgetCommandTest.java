package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.report.budget.BudgetFormat;
import dev.plimsoll.testkit.Goldens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BudgetCommandTest {
    private static final Path DATA = Path.of("testdata/budget");

    @TempDir
    Path folder;

    private static Run.Result budget(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "budget";
        System.arraycopy(args, 0, all, 1, args.length);
        return Run.in(DATA).plimsoll(all);
    }

    @ParameterizedTest
    @EnumSource(BudgetFormat.class)
    void writesEachFormat(BudgetFormat format) {
        for (String file : List.of("compose", "hostile")) {
            Run.Result result = budget(file + ".yaml", "--output", format.label(), "--host-memory", "8g");
            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
            Goldens.check(DATA.resolve("expected/" + file + "." + format.label()), result.out());
        }
    }

    @Test
    void helpAndMistakesNameEachFormat() {
        assertThat(budget("compose.yaml", "--output", "html").err())
                .contains("unknown format \"html\": text, table, json, markdown or svg");
        assertThat(BudgetFormat.help())
                .isEqualTo("text (bars; default on a terminal), table (default elsewhere), json, markdown or svg");
        assertThat(BudgetFormat.of("Text")).isEmpty();
    }

    @Test
    void coloursOnATerminal() {
        Run.Result result = Run.in(DATA).terminal().env("COLUMNS", "80").plimsoll("budget", "compose.yaml");
        Goldens.check(DATA.resolve("expected/compose.ansi"), result.out());
    }

    @Test
    void staysWithinANarrowTerminal() {
        String chart = Run.in(DATA)
                .env("COLUMNS", "60")
                .plimsoll("budget", "compose.yaml", "--output", "text")
                .out();
        // the last line is a sentence, which a terminal breaks by itself
        assertThat(chart.lines().filter(line -> !line.startsWith("all together")))
                .allMatch(line -> line.length() <= 60);
        assertThat(chart).contains("┃");
    }

    @Test
    void isATableWhereThereIsNoTerminal() {
        assertThat(budget("compose.yaml").out()).startsWith("CONTAINER ").doesNotContain("\u001B");
        assertThat(Run.in(DATA).terminal().plimsoll("budget", "compose.yaml").out())
                .contains("┃", "\u001B[");
        assertThat(Run.in(DATA)
                        .terminal()
                        .plimsoll("budget", "compose.yaml", "--color", "never")
                        .out())
                .contains("┃")
                .doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "hostile.yaml"})
    void makesXmlThatParsersTake(String file) throws Exception {
        String svg = budget(file, "--output", "svg").out();
        try (InputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            assertThat(factory.newDocumentBuilder()
                            .parse(in)
                            .getElementsByTagName("script")
                            .getLength())
                    .isZero();
        }
        assertThat(svg).doesNotContain(" id=", "http:/evil").contains("<title>", "<desc>", "prefers-color-scheme:dark");
    }

    @Test
    void makesJsonThatParsersTake() {
        String json = budget("hostile.yaml", "--output", "json").out();
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(json))
                .asString()
                .contains("version=1", "日本語");
    }

    @Test
    void namesTheFilesWhereThereAreSeveral() {
        String table = budget("compose.yaml", "hostile.yaml").out();
        assertThat(table).startsWith("FILE ");
        assertThat(budget("compose.yaml", "hostile.yaml", "--output", "markdown")
                        .out())
                .contains("| agent (compose.yaml) |");
    }

    @Test
    void writesToAFile() throws IOException {
        Run.Result result =
                Run.in(folder).file("compose.yaml", Run.CLEAN).plimsoll("budget", "--output", "svg=load.svg");
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("load.svg"))).startsWith("<svg ");
        assertThat(Run.in(folder)
                        .plimsoll("budget", "--output", "svg=made/here.svg")
                        .code())
                .isZero();
        assertThat(Run.in(folder)
                        .plimsoll("budget", "--output", "svg=load.svg/x.svg")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.in(folder).plimsoll("budget", "--output", "svg=").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsWhatIsWrong() {
        Run here = Run.in(folder);
        assertThat(here.plimsoll("budget").code()).isEqualTo(ExitCode.NOTHING);
        assertThat(here.plimsoll("budget", "nothing.yaml").code()).isEqualTo(ExitCode.USAGE);
        Run.Result broken = here.file("compose.yaml", "services: [").plimsoll("budget");
        assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(broken.err()).startsWith("compose.yaml:1:");
        here.file("compose.yaml", Run.CLEAN);
        assertThat(here.plimsoll("budget", "--output", "pie").err()).contains("unknown format \"pie\"");
        assertThat(here.plimsoll("budget", "--host-memory", "much").err()).contains("a size such as 8g");
        assertThat(here.plimsoll("budget", "--host-memory", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(here.plimsoll("budget", "--host-memory", "16g").code()).isZero();
    }
}
