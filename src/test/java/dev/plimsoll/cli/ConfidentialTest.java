package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a credential is, no report repeats: reports are kept, sent and shown to others than the file. */
class ConfidentialTest {
    private static final String SECRET = "w3Tn8kQz6Vr1Yc5x";
    private static final String GUESSED = "hunter2";

    @TempDir
    Path directory;

    private void project() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  app:
                    image: ghcr.io/acme/app:2
                    environment:
                      DB_PASSWORD: %s
                      ADMIN_PASSWORD: %s
                    command: serve --api-key=%s
                    restart: always
                """.formatted(SECRET, GUESSED, SECRET));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noReportRepeatsIt(Format format) throws IOException {
        project();
        Run.Result result = Run.in(directory).plimsoll("check", "--profile", "strict", "--output", format.label());
        assertThat(result.out() + result.err())
                .contains("secret-literal", "password-default")
                .doesNotContain(SECRET)
                .doesNotContain(GUESSED);
    }

    /** What else is found on its line, or next to it, is shown without that line; a fix of it, too. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void noOtherFindingShowsIt(Format format) throws IOException {
        Files.writeString(directory.resolve("run.sh"), """
                docker run --privileged --tmpfs /a -e DB_PASSWORD=%s --security-opt no-new-privileges=yes example/app:2
                """.formatted(SECRET));
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  app:
                    image: ghcr.io/acme/app:2
                    environment:
                      DB_PASSWORD: %s
                    privileged: true
                    security_opt: [no-new-privileges=yes]
                """.formatted(SECRET));
        Run.Result result = Run.in(directory)
                .plimsoll("check", "--profile", "strict", "--output", format.label(), "compose.yaml", "run.sh");
        assertThat(result.out() + result.err())
                .contains("secret-literal", "privileged", "tmpfs-unbounded", "security-opt-invalid")
                .doesNotContain(SECRET);
    }

    /** Nor is it shown because nobody wants to hear of it any more. */
    @Test
    void noOtherFindingShowsOneThatIsIgnored() throws IOException {
        Files.writeString(directory.resolve("run.sh"), """
                # plimsoll: ignore[secret-literal] rotated
                docker run --privileged -e DB_PASSWORD=%s example/app:2
                """.formatted(SECRET));
        assertThat(Run.in(directory).plimsoll("check", "run.sh").out())
                .contains("[privileged]")
                .doesNotContain("[secret-literal]")
                .doesNotContain(SECRET);
    }

    @Test
    void aCommentIgnoresIt() throws IOException {
        project();
        Path file = directory.resolve("compose.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                SECRET + "\n      ADMIN",
                                SECRET + " # plimsoll: ignore[secret-literal] rotated\n      ADMIN"));
        assertThat(Run.in(directory).check().out()).doesNotContain(":5:");
    }
}
