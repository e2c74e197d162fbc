package dev.plimsoll.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A client that hangs, never ends or fails. */
@DisabledOnOs(OS.WINDOWS)
class EngineProgramTest {
    @TempDir
    Path directory;

    private EngineProgram program(String body, Duration limit) throws IOException {
        Path file = directory.resolve("docker");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new EngineProgram(file.toFile(), Map.of("PATH", "/usr/bin:/bin"), limit);
    }

    private String failure(String body, Duration limit) throws IOException {
        EngineProgram program = program(body, limit);
        String[] message = {""};
        assertThatExceptionOfType(InspectException.class)
                .isThrownBy(() -> program.inspect(List.of("web")))
                .satisfies(e -> message[0] = e.getMessage());
        return message[0];
    }

    @Test
    void oneThatHangsIsEnded() throws IOException {
        assertThat(failure("exec sleep 30", Duration.ofMillis(300))).contains("gave no answer in 0 seconds");
    }

    @Test
    void oneThatNeverStopsIsReadToABound() throws IOException {
        assertThat(failure("exec yes '[{\"HostConfig\":{},\"Config\":{}},'", Duration.ofSeconds(30)))
                .isEqualTo("docker inspect gave an answer that is no text, or too much of it");
    }

    @Test
    void oneThatFailsSaysWhy() throws IOException {
        assertThat(failure("echo 'permission denied' >&2; exit 1", Duration.ofSeconds(30)))
                .isEqualTo("docker inspect: permission denied");
        assertThat(failure("exit 1", Duration.ofSeconds(30))).isEqualTo("docker inspect: failed");
        assertThat(failure("kill -9 $$", Duration.ofSeconds(30))).isEqualTo("docker inspect: failed");
    }

    /** The images of containers may be gone; what they are made of counts all the same. */
    @Test
    void anImageThatIsGoneIsNoFailure() throws IOException, InspectException {
        String json =
                "[{\"Id\":\"1\",\"Name\":\"/web\",\"Image\":\"sha256:a\",\"Config\":{\"Image\":\"i\"},\"HostConfig\":{}}]";
        InspectAnswer answer = program(
                        "[ \"$3\" = container ] && echo '" + json + "' && exit 0\necho 'No such image' >&2; exit 1",
                        Duration.ofSeconds(30))
                .inspect(List.of("web", "web"));
        assertThat(answer.containers()).hasSize(1);
        assertThat(answer.unknownImages()).containsExactly("a");
    }

    @Test
    void manyNamesAreAskedForInParts() throws IOException, InspectException {
        EngineProgram program =
                program("echo $# >>" + directory.resolve("asked") + "; echo '[]'", Duration.ofSeconds(30));
        program.inspect(java.util.Collections.nCopies(450, "web"));
        assertThat(Files.readAllLines(directory.resolve("asked"))).containsExactly("204", "204", "54");
    }
}
