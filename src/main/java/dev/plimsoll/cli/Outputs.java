package dev.plimsoll.cli;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.Colors;
import dev.plimsoll.report.ConciseReporter;
import dev.plimsoll.report.JsonReporter;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.report.TextReporter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reports of a run: {@code --output FORMAT[=FILE]}, at most one of them to standard output. */
final class Outputs {
    private record Output(Reporter reporter, @Nullable File file) {}

    private final List<Output> outputs = new ArrayList<>();

    private Outputs() {}

    static Outputs of(List<String> wanted, Colors colors, boolean summary, File directory) throws UsageException {
        Outputs outputs = new Outputs();
        boolean taken = false;
        for (String output : wanted.isEmpty() ? List.of("text") : wanted) {
            int equals = output.indexOf('=');
            String path = equals < 0 ? "-" : output.substring(equals + 1);
            boolean toStdout = path.equals("-");
            if (toStdout && taken) {
                throw new UsageException(
                        "two reports for standard output: give one of them a file, --output FORMAT=FILE");
            }
            if (path.isEmpty()) {
                throw new UsageException("--output " + output + " lacks the name of a file");
            }
            taken |= toStdout;
            String format = equals < 0 ? output : output.substring(0, equals);
            Reporter reporter = reporter(format, toStdout ? colors : Colors.NONE, summary);
            outputs.outputs.add(new Output(reporter, toStdout ? null : InputFiles.resolve(directory, path)));
        }
        return outputs;
    }

    private static Reporter reporter(String format, Colors colors, boolean summary) throws UsageException {
        return switch (format) {
            case "text" -> new TextReporter(colors, summary);
            case "concise" -> new ConciseReporter();
            case "json" -> new JsonReporter(Version.text());
            default -> throw new UsageException("unknown format \"" + format + "\": text, concise or json");
        };
    }

    /** Whether to colour: NO_COLOR and FORCE_COLOR count unless the flag decides (no-color.org, force-color.org). */
    static Colors colors(String when, boolean terminal, Map<String, String> environment) throws UsageException {
        return switch (when) {
            case "always" -> Colors.ANSI;
            case "never" -> Colors.NONE;
            case "auto" -> {
                if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
                    yield Colors.NONE;
                }
                boolean forced = !environment.getOrDefault("FORCE_COLOR", "").isEmpty();
                yield forced || terminal ? Colors.ANSI : Colors.NONE;
            }
            default -> throw new UsageException("--color is auto, always or never, not \"" + when + "\"");
        };
    }

    /**
     * Writes all reports.
     *
     * @throws UsageException if a file cannot be written
     * @throws IOException if standard output cannot
     */
    void write(LintResult result, Streams streams) throws UsageException, IOException {
        for (Output output : outputs) {
            StringBuilder report = new StringBuilder();
            output.reporter().write(result, report);
            File file = output.file();
            if (file == null) {
                streams.print(report);
                continue;
            }
            try (OutputStream out = new FileOutputStream(file)) {
                out.write(report.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UsageException("cannot write " + file + ": " + e.getMessage());
            }
        }
    }
}
