package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.CurrentJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, started as users start it. */
final class ServerProcess implements AutoCloseable {
    private final Process launcher;
    private final Path said;

    private ServerProcess(Process launcher, Path said) {
        this.launcher = launcher;
        this.said = said;
    }

    /** Whether the system tells what a process takes. */
    static boolean canBeMeasured() {
        return Files.isDirectory(Path.of("/proc/self/fd"));
    }

    /**
     * Starts one.
     *
     * @param directory where it works
     * @param temporary another one, for what it needs itself
     */
    static ServerProcess start(Path directory, Path temporary) throws IOException {
        Path said = temporary.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("bin/plimsoll").toAbsolutePath().toString(), "lsp")
                .directory(directory.toFile())
                .redirectError(said.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PLIMSOLL_"));
        builder.environment().put("PLIMSOLL_JAR", CurrentJar.in(temporary).toString());
        builder.environment().put("PLIMSOLL_NO_CACHE", "1");
        builder.environment().put("PLIMSOLL_JAVA_HOME", System.getProperty("java.home"));
        return new ServerProcess(builder.start(), said);
    }

    Process launcher() {
        return launcher;
    }

    /** The JVM, which the launcher starts. */
    private long id() {
        try (Stream<ProcessHandle> descendants = launcher.descendants()) {
            return descendants
                    .filter(process -> process.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .map(ProcessHandle::pid)
                    .orElse(launcher.pid());
        }
    }

    private long status(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + id() + "/status"))) {
            if (line.startsWith(key + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new AssertionError("no " + key);
    }

    /** The most memory that it has had so far, in MiB. */
    long peakMemory() throws IOException {
        return status("VmHWM") >> 10;
    }

    long threads() throws IOException {
        return status("Threads");
    }

    long openFiles() {
        String[] files = new File("/proc/" + id() + "/fd").list();
        assertThat(files).isNotNull();
        return files.length;
    }

    /** Milliseconds of a processor so far. */
    long busy() throws IOException {
        List<String> fields = List.of(Files.readString(Path.of("/proc/" + id() + "/stat"))
                .replaceAll(".*\\) ", "")
                .split(" "));
        // user and system time, in hundredths of a second on each Linux that there is
        return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * 10;
    }

    /** What it said besides messages. */
    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() throws IOException {
        launcher.getOutputStream().close();
        try {
            if (!launcher.waitFor(10, TimeUnit.SECONDS)) {
                launcher.descendants().forEach(ProcessHandle::destroyForcibly);
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
