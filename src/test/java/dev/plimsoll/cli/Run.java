package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One run of the program in a directory, its streams caught. */
public final class Run {
    /** A file with one finding: a warning, tmpfs-unbounded. */
    public static final String WARNING = "services: {app: {image: example/app, tmpfs: /scratch}}\n";

    /** A file with one finding: an error, swap-without-memory. */
    public static final String ERROR = "services: {app: {image: example/app, memswap_limit: 1g}}\n";

    /** A file with nothing to say of. */
    public static final String CLEAN = "services: {app: {image: example/app}}\n";

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private boolean terminal;

    private Run(Path directory) {
        this.directory = directory;
    }

    /** A run whose working directory this is. */
    public static Run in(Path directory) {
        return new Run(directory);
    }

    /** What a run left behind. */
    public record Result(int code, String out, String err) {
        /** All that was said, wherever it was said. */
        public String said() {
            return out + err;
        }

        /** The paths of the findings, with their rule. */
        public String findings() {
            StringBuilder found = new StringBuilder();
            for (String line : out.split("\n", -1)) {
                int rule = line.indexOf('[');
                if (rule > 0) {
                    found.append(line, 0, line.indexOf(':'))
                            .append(' ')
                            .append(line, rule + 1, line.indexOf(']'))
                            .append('\n');
                }
            }
            return found.toString();
        }
    }

    /** Writes a file below the directory. */
    public Run file(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the process environment. */
    public Run env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Gives it a standard input. */
    public Run input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Gives it a terminal for its standard output. */
    public Run terminal() {
        terminal = true;
        return this;
    }

    /** Runs it with these arguments; it must not fail itself. */
    public Result plimsoll(String... args) {
        Result result = start(args);
        assertThat(result.err()).doesNotContain("Exception", "\tat ");
        return result;
    }

    /** Runs it with these arguments, whatever comes of it. */
    public Result start(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(input), out, err, terminal);
        int code = new Plimsoll(streams, directory.toFile().getAbsoluteFile(), environment).run(args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A concise report of what these arguments name. */
    public Result check(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--output";
        all[1] = "concise";
        System.arraycopy(args, 0, all, 2, args.length);
        return plimsoll(all);
    }
}
