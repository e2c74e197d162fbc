package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.testkit.CpuTime;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few lines that ask for much: what Compose takes is loaded in no time, the rest is refused with what it went beyond. */
class LoadLimitsTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @TempDir
    private Path directory = Path.of(".");

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file for each number that holds what is written of the next, and a last one with a service. */
    private void chain(int length, String next) {
        for (int i = 0; i < length; i++) {
            write(i == 0 ? "compose.yaml" : "c" + i + ".yaml", next.replace("NEXT", "c" + (i + 1) + ".yaml"));
        }
        write("c" + length + ".yaml", "services:\n  a:\n    image: x\n    volumes: [data:/data]\n    dns: [1.1.1.1]\n");
    }

    private Loaded load() {
        List<Loaded> loaded = new ArrayList<>();
        File file = directory.resolve("compose.yaml").toFile();
        Duration took = CpuTime.of(() -> loaded.add(ProjectLoader.load(
                List.of(file),
                new ProjectFiles(File::getName, new TrustBoundary(directory.toFile())),
                LoadOptions.PLAIN)));
        assertThat(took).isLessThan(AT_ONCE);
        return loaded.get(0);
    }

    private static List<String> errors(Loaded loaded) {
        return loaded.errors().stream().map(InputError::message).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include: [NEXT, ./NEXT]",
                "include:\n  - path: NEXT\n    env_file: [a.env]\n  - path: NEXT\n    env_file: [b.env]\n",
                "include:\n  - path: [NEXT, NEXT]\n",
                "services:\n  a:\n    extends: {file: NEXT, service: a}\n  b:\n    extends: {file: NEXT, service: a}\n"
            })
    void aFileThatIsAskedForTwiceByEachBeforeItIsLoadedOnce(String next) {
        write("a.env", "A=1\n");
        write("b.env", "A=1\n");
        chain(24, next);
        Loaded loaded = load();
        assertThat(loaded.errors()).isEmpty();
        Container container = loaded.project().containers().get(0);
        assertThat(container.mounts())
                .extracting(Mount::target)
                .as("of equal resources the first is kept, none are merged")
                .hasSize(1);
    }

    @Test
    void oneThatIsReadWithOtherVariablesEachTimeIsRefused() {
        for (int i = 0; i < 24; i++) {
            String next = "  - path: c" + (i + 1) + ".yaml\n    env_file: ";
            write("a" + i + ".env", "A" + i + "=1\n");
            write("b" + i + ".env", "A" + i + "=2\n");
            write(
                    i == 0 ? "compose.yaml" : "c" + i + ".yaml",
                    "include:\n" + next + "a" + i + ".env\n" + next + "b" + i + ".env\n");
        }
        write("c24.yaml", "services: {a: {image: x}}\n");
        assertThat(errors(load())).containsExactly("more than 2000 files are included or extended from");
    }

    @Test
    void aHundredFilesInARowAreIncluded() {
        chain(100, "include: [NEXT]\n");
        Loaded loaded = load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.project().containers()).hasSize(1);
    }

    @Test
    void aThousandFilesInARowAreNot() {
        chain(1000, "include: [NEXT]\n");
        assertThat(errors(load())).containsExactly("more than 200 files include each other in a row");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thousandsOfServicesExtendEachOther(boolean backwards) {
        int length = 5_000;
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i <= length; i++) {
            int number = backwards ? length - i : i;
            text.append("  s").append(number).append(":\n");
            text.append(number == length ? "    image: x\n" : "    extends: s" + (number + 1) + "\n");
        }
        write("compose.yaml", text.toString());
        Loaded loaded = load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.project().containers())
                .hasSize(length + 1)
                .allMatch(container -> container.image().isPresent());
    }

    @Test
    void longServicesAreNotExtendedByThousands() {
        StringBuilder text = new StringBuilder("services:\n  base:\n    environment:\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("      A").append(i).append(": x\n");
        }
        for (int i = 0; i < 2_000; i++) {
            text.append("  s").append(i).append(": {image: x, extends: base}\n");
        }
        write("compose.yaml", text.toString());
        assertThat(errors(load())).containsExactly("what services extend comes to more than 1000000 values");
    }

    @Test
    void variablesThatNameTheOneBeforeAreRead() {
        StringBuilder text = new StringBuilder("V0=x\n");
        for (int i = 1; i < 24_000; i++) {
            text.append("V").append(i).append("=$V").append(i - 1).append('\n');
        }
        write(".env", text.toString());
        write("compose.yaml", "services:\n  a:\n    image: ${V23999}\n");
        Loaded loaded = load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.project().containers().get(0).image().known())
                .hasValueSatisfying(image -> assertThat(image.repository()).isEqualTo("x"));
    }

    @Test
    void variablesThatDoubleAreRefused() {
        StringBuilder text = new StringBuilder("V0=x\n");
        for (int i = 1; i < 64; i++) {
            text.append("V")
                    .append(i)
                    .append("=$V")
                    .append(i - 1)
                    .append("$V")
                    .append(i - 1)
                    .append('\n');
        }
        write(".env", text.toString());
        write("compose.yaml", "services:\n  a:\n    image: ${V63}\n");
        assertThat(errors(load())).containsExactly("variables bring in more than 4194304 characters");
    }

    @Test
    void longVariablesAreNotNamedByThousands() {
        write(".env", "A=" + "x".repeat(10_000) + "\n");
        write("compose.yaml", "services:\n  a:\n    image: y\n    dns:\n" + "      - $A\n".repeat(1_000));
        assertThat(errors(load())).containsExactly("variables bring in more than 4194304 characters");
    }

    @Test
    void oneLongDockerfileIsReadOnceForAllServicesThatBuildIt() {
        write("Dockerfile", "FROM postgres\n" + "RUN --mount=type=tmpfs,target=/x make\n".repeat(2_000));
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("  s").append(i).append(": {build: .}\n");
        }
        write("compose.yaml", text.toString());
        Loaded loaded = load();
        Duration took = CpuTime.of(() -> {
            for (Container container : loaded.project().containers()) {
                assertThat(container.built().image()).isPresent();
            }
        });
        assertThat(took).isLessThan(AT_ONCE);
    }
}
