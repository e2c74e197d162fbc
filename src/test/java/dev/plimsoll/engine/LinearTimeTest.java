package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.report.Format;
import dev.plimsoll.report.Reporters;
import dev.plimsoll.report.Written;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.CpuTime;
import dev.plimsoll.testkit.Lint;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a file may hold thousands of is not compared each with all others. {@code mvn test -Ptime} asks the same of files
 * that are several times as large, in as many times the time.
 */
class LinearTimeTest {
    private static final int TIMES = Integer.getInteger("plimsoll.time.times", 1);

    /** Comparing each with all takes some times that, for each family. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static Arguments family(String name, String path, int size, IntFunction<String> text) {
        return Arguments.of(name, path, size * TIMES, text);
    }

    private static String repeated(int count, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static String service(String lines) {
        return "services:\n  a:\n    image: postgres\n    mem_limit: 1g\n" + lines;
    }

    static Stream<Arguments> families() {
        return Stream.of(
                family(
                        "tmpfs beside volumes",
                        "compose.yaml",
                        4_000,
                        n -> service("    volumes:\n" + repeated(n, i -> "      - v" + i + ":/m" + i + "\n")
                                + "    tmpfs:\n" + repeated(n, i -> "      - /t" + i + "\n"))),
                family(
                        "tmpfs around anonymous volumes",
                        "compose.yaml",
                        4_000,
                        n -> service("    volumes:\n" + repeated(n, i -> "      - /m/" + i + "/data\n") + "    tmpfs:\n"
                                + repeated(n, i -> "      - /m/" + i + "\n"))),
                family(
                        "tmpfs larger than the limit",
                        "compose.yaml",
                        4_000,
                        n -> service("    tmpfs:\n" + repeated(n, i -> "      - /t" + i + ":size=2g\n"))),
                family(
                        "volumes that nobody mounts",
                        "compose.yaml",
                        10_000,
                        n -> service("") + "volumes:\n" + repeated(n, i -> "  v" + i + ": {}\n")),
                family(
                        "services that depend on each other",
                        "compose.yaml",
                        100,
                        n -> "services:\n"
                                + repeated(
                                        n,
                                        i -> "  s" + i + ":\n    image: x\n    depends_on: ["
                                                + String.join(
                                                        ", ",
                                                        repeated(n, k -> "s" + k + " ")
                                                                .split(" ")) + "]\n")),
                family(
                        "comments",
                        "compose.yaml",
                        5_000,
                        n -> "services:\n"
                                + repeated(
                                        n,
                                        i -> "  s" + i + ":\n    image: x\n"
                                                + "    # plimsoll: ignore[tmpfs-unbounded] for some reason\n"
                                                + "    tmpfs: /t\n")),
                family(
                        "ids in one comment",
                        "compose.yaml",
                        20_000,
                        n -> "# plimsoll: ignore-file[" + repeated(n, i -> "x" + i + ",tmpfs-unbounded,") + "]\n"
                                + service("    tmpfs: /t\n")),
                family(
                        "variables in one value",
                        "compose.yaml",
                        200_000,
                        n -> "services:\n  a:\n    image: '" + "${A:-x}".repeat(n) + "'\n"),
                family(
                        "documents",
                        "compose.yaml",
                        3_000,
                        n -> repeated(n, i -> "services:\n  s" + i + ":\n    image: x\n---\n")),
                family(
                        "flags",
                        "run.sh",
                        10_000,
                        n -> "docker run" + repeated(n, i -> " --tmpfs /t" + i) + " postgres\n"),
                family(
                        "mounts of a command",
                        "run.sh",
                        10_000,
                        n -> "docker run" + repeated(n, i -> " -v v" + i + ":/m") + " postgres\n"),
                family(
                        "fences with comments",
                        "a.md",
                        5_000,
                        n -> "> ```sh\n> docker run --tmpfs /t a # plimsoll: ignore[tmpfs-unbounded] known\n> ```\n\n"
                                .repeat(n)),
                family(
                        "comments before fences",
                        "a.md",
                        5_000,
                        n -> "<!-- plimsoll: ignore[tmpfs-unbounded] known -->\n```sh\ndocker run --tmpfs /t a\n```\n"
                                .repeat(n)),
                family(
                        "Compose examples",
                        "a.md",
                        8_000,
                        n -> repeated(n, i -> "```yaml\nservices:\n  s" + i + ":\n    image: x\n    tmpfs: /t\n```\n")),
                family(
                        "quotations in each other",
                        "a.md",
                        10_000,
                        n -> ">".repeat(n) + "\n" + "1\n".repeat(n) + "\n```sh\ndocker run a\n```\n"),
                family(
                        "a long variable of a Makefile",
                        "Makefile",
                        5_000,
                        n -> "A = x\n" + "A += --tmpfs /t\n".repeat(n) + "all:\n"
                                + "\tdocker run $(A) postgres\n".repeat(n)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void ofLinting(String name, String path, int size, IntFunction<String> text) {
        SourceFile file = new SourceFile(path, text.apply(size));
        Duration took = CpuTime.of(() -> Lint.strict(file));
        assertThat(took).as(name).isLessThan(BOUND.multipliedBy(TIMES));
    }

    /** Thousands of findings in one line: each is shown with the part of the line around it, not with the line. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void ofReportingOneLine(Format format) {
        int size = 4_000 * TIMES;
        String line = "services: {" + repeated(size, i -> "s" + i + ": {image: x, tmpfs: [/t]}, ") + "}\n";
        LintResult result = Lint.only("tmpfs-unbounded", new SourceFile("compose.yaml", line));
        assertThat(result.diagnostics()).hasSize(size);
        int[] length = new int[1];
        Duration took = CpuTime.of(
                () -> length[0] = Written.by(Reporters.of(format), result).length());
        assertThat(took).isLessThan(BOUND.multipliedBy(TIMES));
        assertThat(length[0] / size).as("units a finding").isLessThan(5_000);
    }

    /** A megabyte of the user's own text in one finding is not a megabyte of the report. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void ofReportingLongWords(Format format) {
        String word = "x".repeat(1 << 20);
        List<String> lines = List.of(
                "    restart: " + word,
                "    mem_limit: " + word,
                "    tmpfs: /" + word,
                "    depends_on: [" + word + "]",
                "    network_mode: service:" + word,
                "    ? " + word + "\n    : 1");
        String text = "services:\n  ? " + word + "\n  :\n    image: y\n" + String.join("\n", lines) + "\n";
        LintResult result = Lint.strict(new SourceFile("compose.yaml", text));
        assertThat(result.diagnostics()).hasSizeGreaterThan(3);
        assertThat(Written.by(Reporters.of(format), result)).hasSizeLessThan(300_000);
    }
}
