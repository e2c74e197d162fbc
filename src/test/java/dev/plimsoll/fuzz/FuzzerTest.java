package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cli.Run;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fuzzer itself: a check that cannot fail finds nothing. */
class FuzzerTest {
    private static final Input COMPOSE = Input.of("compose", "compose.yaml", "services:\n  a: {image: x}\n");

    private static void check(int code, String out, String err) throws Violation {
        new Outputs(COMPOSE).check("check", new Run.Result(code, out, err));
    }

    @Test
    void whatARunSaysIsLookedAt() {
        assertThatCode(() -> check(1, "compose.yaml:1:1: x\n", "")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(
                        4,
                        "",
                        "plimsoll: a defect of plimsoll itself (rule x failed on a: b.yaml:"
                                + " NullPointerException at a.B.c(B.java:1)); please report it at x\n"))
                .hasMessageStartingWith("defect: a part failed: NullPointerException at a.B.c(B.java:1)\n");
        assertThatThrownBy(() -> check(5, "", "")).hasMessageContaining("exit code 5");
        assertThatThrownBy(() -> check(1, "", "java.lang.Exception\n")).hasMessageContaining("stack trace");
        assertThatThrownBy(() -> check(1, "image: " + Workplace.SECRET, "")).hasMessageContaining("shows what a file");
        assertThatThrownBy(() -> check(1, "x".repeat(1 << 21), "")).hasMessageContaining("too long");
        assertThatThrownBy(() -> check(1, "", "a\u001B[31m")).hasMessageContaining("U+1b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\0", "\u007F", "\u009B", "\u202E", "\u2066", "\u200F"})
    void controlCharactersAreSeen(String text) {
        assertThatCode(() -> Outputs.printable("x", "a\tb\nécø界😀")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Outputs.printable("x", text)).isInstanceOf(Violation.class);
    }

    private static String finding(int line, int column, String rule) {
        return "{\"rule\":\"" + rule + "\",\"path\":\"compose.yaml\",\"range\":{\"start\":{\"line\":" + line
                + ",\"column\":" + column + "},\"end\":{\"line\":" + line + ",\"column\":" + column
                + "}},\"related\":[],\"fixes\":[]}";
    }

    private static void report(String... findings) throws Violation {
        new Outputs(COMPOSE)
                .report(
                        "json",
                        "{\"summary\":{\"errors\":1,\"warnings\":" + (findings.length - 1)
                                + ",\"infos\":0},\"findings\":[" + String.join(",", findings) + "],\"errors\":[]}");
    }

    @Test
    void placesAndTheirOrderAreLookedAt() {
        assertThatCode(() -> report(finding(1, 10, "b"), finding(2, 3, "a"), finding(2, 3, "b")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> report(finding(4, 1, "a"))).hasMessageContaining("a place of a");
        assertThatThrownBy(() -> report(finding(1, 11, "a"))).hasMessageContaining("a place of a");
        assertThatThrownBy(() -> report(finding(2, 3, "b"), finding(2, 3, "a"))).hasMessageContaining("not sorted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "json; {\"a\": 1,}",
                "json; {\"a\": 01}",
                "json; {'a': 1}",
                "json; {\"a\": 1, \"a\": 2}",
                "json; {} {}",
                "sarif; [\"\\x\"]",
                "gitlab; [\"\t\"]",
                "rdjson; nul",
                "junit; <a><b></a>",
                "checkstyle; <a>&#0;</a>",
                "svg; <a b=c/>",
            })
    void whatIsNotWellFormedIsSeen(String format, String out) {
        assertThatThrownBy(() -> new Outputs(COMPOSE).report(format, out))
                .isInstanceOf(Violation.class)
                .hasMessageContaining(" is not ");
    }

    @Test
    void jsonIsReadAsItIs() {
        assertThat(StrictJson.parse(" {\"a\\u0041\\n\": [1, -2.5e3, true, false, null, {}, []]} "))
                .hasToString("{aA\n=[1, -2500.0, true, false, null, {}, []]}");
    }

    @Test
    void changesBesideTheDirectoryAreSeen() throws Exception {
        try (Workplace place = new Workplace()) {
            place.checkOutside();
            Files.writeString(place.directory().resolve("../outside/compose.yaml"), "");
            assertThatThrownBy(place::checkOutside).isInstanceOf(Violation.class);
            // the next input is not to blame
            place.checkOutside();
        }
    }

    @Test
    void whatTakesTooLongIsEnded() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                while (!ended.get()) {
                    Thread.onSpinWait();
                }
            } catch (Error e) {
                ended.set(true);
            }
        });
        Watch watch = new Watch(thread);
        watch.begin(1_000_000);
        thread.setDaemon(true);
        thread.start();
        while (watch.hang() == null) {
            if (!watch.look()) {
                // newer JVMs end no thread
                ended.set(true);
            }
        }
        thread.join();
        assertThat(watch.hang()).hasMessageContaining("hangs in");
    }

    @Test
    void aSeedMakesTheSameInputs() {
        Corpus corpus = Corpus.read();
        Mutator mutator = new Mutator(corpus, Dictionary.of(corpus));
        Function<Long, String> inputs = seed -> {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                all.append(mutator.any(new Chance(seed + i)));
            }
            return all.toString();
        };
        assertThat(inputs.apply(1L)).isEqualTo(inputs.apply(1L)).isNotEqualTo(inputs.apply(2L));
    }

    @Test
    void whatAFailureDoesNotNeedIsTakenAway() {
        Input failing = Input.of("compose", "compose.yaml", "# a\nservices:\n  a:\n    image: x\n    tmpfs: /x\n# z\n")
                .with("other.yaml", "x");
        Minimizer minimizer = new Minimizer(
                candidate -> candidate.files().getOrDefault("compose.yaml", "").contains("tmpfs"));
        assertThat(minimizer.minimize(failing).files()).hasToString("{compose.yaml=tmpfs}");
        Input words = Input.ofWords(List.of("docker", "run", "-m", "1g", "x"));
        assertThat(new Minimizer(candidate -> candidate.words().contains("1g"))
                        .minimize(words)
                        .words())
                .containsExactly("docker", "1g");
    }

    @ParameterizedTest
    @EnumSource(GuidedFuzzing.Reader.class)
    void allReadersReadAnything(GuidedFuzzing.Reader reader) {
        for (String text : List.of("", "a: [", "docker run x", "FROM x\nUSER $A", "X='", "```sh\nx", "\0\uFFFF")) {
            assertThatCode(() -> reader.read(text)).as(text).doesNotThrowAnyException();
        }
    }
}
