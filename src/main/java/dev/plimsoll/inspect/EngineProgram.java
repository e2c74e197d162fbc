package dev.plimsoll.inspect;

import dev.plimsoll.files.FileFailure;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The docker or podman client, asked about what runs. It is started without a shell, by an absolute path, with words of our
 * own and names behind {@code --}, so that no name is an option. Only {@code ps} and {@code inspect} are ever asked for, for
 * what is used {@code stats} and {@code info}, and {@code exec} of {@code df} if the user allows it.
 */
public final class EngineProgram {
    private static final String DOCKER = "docker";
    private static final String PODMAN = "podman";
    private static final String INSPECT = "inspect";

    /** How long an answer may take. An engine far away takes some; one that hangs never answers. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Ids in one question: more than this would make the words longer than systems allow. */
    private static final int MAX_IDS = 200;

    /** Bytes of an error that are read. */
    private static final int MAX_ERROR = 4096;

    private final File program;
    private final Map<String, String> environment;
    private final Duration limit;

    EngineProgram(File program, Map<String, String> environment, Duration limit) {
        this.program = program;
        this.environment = environment;
        this.limit = limit;
    }

    /**
     * The docker client, or podman where there is none.
     *
     * @param environment of this process: where programs are, and which engine they ask
     * @param podman whether to ask podman even so
     * @throws InspectException if neither is there
     */
    public static EngineProgram of(Map<String, String> environment, boolean podman) throws InspectException {
        for (String name : podman ? List.of(PODMAN) : List.of(DOCKER, PODMAN)) {
            File program = find(name, environment);
            if (program != null) {
                return new EngineProgram(program, environment, LIMIT);
            }
        }
        throw new InspectException((podman ? "no podman" : "neither docker nor podman")
                + " on the PATH; pipe what docker inspect prints into plimsoll inspect -");
    }

    /** A program in the directories of PATH that are absolute: no file of the working directory is ever started. */
    private static @Nullable File find(String name, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        for (String entry : path.split(File.pathSeparator, -1)) {
            File directory = new File(entry);
            File file = new File(directory, name + suffix);
            if (directory.isAbsolute() && FilePath.isPossible(file) && file.isFile() && file.canExecute()) {
                return file;
            }
        }
        return null;
    }

    /**
     * All containers that run.
     *
     * @throws InspectException if the engine does not say
     */
    public InspectAnswer running() throws InspectException {
        List<String> ids = new ArrayList<>();
        for (String line : ask(List.of("ps", "--quiet", "--no-trunc")).split("\n", -1)) {
            if (!line.isBlank()) {
                ids.add(line.strip());
            }
        }
        return inspect(ids);
    }

    /**
     * Containers by name or id, with their images.
     *
     * @throws InspectException if the engine does not say, or does not have one of them
     */
    public InspectAnswer inspect(List<String> names) throws InspectException {
        InspectAnswer answer = InspectAnswer.none();
        for (List<String> some : parts(names)) {
            answer.add(InspectAnswer.read(new SourceFile(called(), ask(words("container", some)))));
        }
        for (List<String> some : parts(answer.unknownImages())) {
            try {
                answer.add(InspectAnswer.read(new SourceFile(called(), ask(words("image", some)))));
            } catch (InspectException e) {
                // an image that was taken away while its containers go on: what is the image's is not known then
            }
        }
        return answer;
    }

    /** What containers use, a line each: the name, and what it uses of what. */
    String stats(List<String> names) throws InspectException {
        List<String> words =
                new ArrayList<>(List.of("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}", "--"));
        words.addAll(names);
        return ask(words);
    }

    /** What {@code df} in a container says of some paths, in blocks of 1024 bytes. */
    String filled(String container, List<String> paths) throws InspectException {
        List<String> words = new ArrayList<>(List.of("exec", "--", container, "df", "-k", "-P"));
        words.addAll(paths);
        return ask(words);
    }

    /** The bytes of memory that the engine's host has. */
    String hostMemory() throws InspectException {
        return ask(List.of("info", "--format", called().equals(PODMAN) ? "{{.Host.MemTotal}}" : "{{.MemTotal}}"));
    }

    private static List<String> words(String type, List<String> names) {
        List<String> words = new ArrayList<>(List.of(INSPECT, "--type", type, "--"));
        words.addAll(names);
        return words;
    }

    private static List<List<String>> parts(List<String> names) {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i += MAX_IDS) {
            parts.add(names.subList(i, Math.min(names.size(), i + MAX_IDS)));
        }
        return parts;
    }

    private String called() {
        String name = program.getName();
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    /** What the program prints. */
    private String ask(List<String> words) throws InspectException {
        List<String> line = new ArrayList<>(List.of(program.getPath()));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(environment);
        @Nullable Process started = null;
        try {
            Process process = builder.start();
            started = process;
            process.getOutputStream().close();
            Errors errors = new Errors(process.getErrorStream());
            Limit end = new Limit(process, limit);
            errors.start();
            end.start();
            String answer = read(process.getInputStream());
            int code = process.waitFor();
            errors.join(TimeUnit.SECONDS.toMillis(1));
            if (end.isOver()) {
                throw failed(words, " gave no answer in " + limit.toSeconds() + " seconds");
            }
            if (code != 0) {
                throw failed(words, ": " + errors.line());
            }
            return answer;
        } catch (IOException e) {
            throw failed(words, " cannot be asked: " + FileFailure.reason(e));
        } catch (UnreadableSourceException e) {
            throw failed(words, " gave an answer that is no text, or too much of it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(words, " was interrupted");
        } finally {
            if (started != null) {
                started.destroyForcibly();
            }
        }
    }

    private InspectException failed(List<String> words, String how) {
        return new InspectException(called() + " " + words.get(0) + how);
    }

    private String read(InputStream answer) throws IOException, UnreadableSourceException {
        try (answer) {
            return SourceReader.read(answer, called()).text();
        }
    }

    /** Ends a program that takes too long. */
    private static final class Limit extends Thread {
        private final Process process;
        private final Duration limit;
        private volatile boolean over;

        Limit(Process process, Duration limit) {
            this.process = process;
            this.limit = limit;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                over = !process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (over) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                // nobody interrupts it
                process.destroyForcibly();
            }
        }

        boolean isOver() {
            return over;
        }
    }

    /** Reads what a program complains of, the begin of which is kept. */
    private static final class Errors extends Thread {
        private final InputStream stream;
        private volatile String text = "";

        Errors(InputStream stream) {
            this.stream = stream;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (stream) {
                byte[] begin = stream.readNBytes(MAX_ERROR);
                text = new String(begin, StandardCharsets.UTF_8);
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the program has ended
            }
        }

        /** The last line that says something, without the word that says it is an error. */
        String line() {
            String last = "failed";
            for (String line : text.split("\n", -1)) {
                last = line.isBlank() ? last : line.strip();
            }
            for (String begin : List.of("Error response from daemon: ", "Error: ", "error: ")) {
                last = last.startsWith(begin) ? last.substring(begin.length()) : last;
            }
            return last;
        }
    }
}
