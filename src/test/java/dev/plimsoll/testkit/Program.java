package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Another program, run to its end in a directory with an environment of its own. */
public final class Program {
    private static final int MINUTES = 5;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    private Program(Path directory) {
        this.directory = directory;
    }

    /** What it left behind: standard output and standard error in the order in which they came. */
    public record Outcome(int code, String output) {}

    public static Program in(Path directory) {
        return new Program(directory);
    }

    /** Whether there is a program of this name on PATH. */
    public static boolean exists(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    /** Sets a variable. */
    public Program env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs it; its standard input is empty. */
    public Outcome run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("plimsoll-test", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // what the machine that tests is used for must not decide a test
            builder.environment().keySet().removeIf(Program::belongsToTheMachine);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("%s still runs; it said%n%s", command[0], said).isTrue();
            return new Outcome(process.exitValue(), said);
        } finally {
            Files.delete(output);
        }
    }

    /** Runs it and expects that it succeeds. */
    public String succeed(String... command) throws IOException, InterruptedException {
        Outcome outcome = run(command);
        assertThat(outcome.code())
                .as("%s:%n%s", String.join(" ", command), outcome.output())
                .isZero();
        return outcome.output();
    }

    private static boolean belongsToTheMachine(String variable) {
        return variable.startsWith("GIT_")
                || variable.startsWith("GITHUB_")
                || variable.startsWith("RUNNER_")
                || variable.startsWith("PRE_COMMIT")
                || variable.startsWith("PLIMSOLL_")
                || variable.startsWith("JAVA_HOME_")
                || List.of("CI", "CI_PROJECT_DIR", "NO_COLOR", "FORCE_COLOR", "SKIP")
                        .contains(variable);
    }
}
