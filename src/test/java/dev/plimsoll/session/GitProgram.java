package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.files.ProjectDiscovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The git of this machine, in a home of its own, to compare with; it never runs outside of tests. */
final class GitProgram {
    private final Path home;

    GitProgram(Path home) {
        this.home = home;
    }

    static boolean exists() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs git in a directory; it must succeed. Returns what it writes. */
    String run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "init.defaultBranch=main", "-c", "user.name=x", "-c", "user.email=x@x.invalid"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("git", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(command.toString()).isZero();
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    /** The Compose files of a work tree that git tracks or does not ignore, sorted. */
    List<String> composeFiles(Path directory) throws IOException, InterruptedException {
        String answer = run(directory, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate");
        return answer.isEmpty()
                ? List.of()
                : List.of(answer.split("\0")).stream()
                        .filter(path -> ProjectDiscovery.isComposeName(path.substring(path.lastIndexOf('/') + 1)))
                        .filter(path -> Files.isRegularFile(directory.resolve(path)))
                        .sorted()
                        .toList();
    }
}
