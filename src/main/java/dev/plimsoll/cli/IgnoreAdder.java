package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.fix.FileReplacement;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.suppress.IgnoreWriter;
import dev.plimsoll.suppress.Suppressions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code check --add-ignores REASON}: writes a comment at each finding. */
final class IgnoreAdder {
    private final Streams streams;
    private final File directory;

    IgnoreAdder(Streams streams, File directory) {
        this.streams = streams;
        this.directory = directory;
    }

    /** Writes the comments and says how many; findings that have no place for one are told. */
    int run(String reason, LintResult result) throws UsageException, IOException {
        if (reason.isBlank() || reason.chars().anyMatch(Character::isISOControl) || reason.contains("#")) {
            throw new UsageException("--add-ignores needs a reason: one line without #");
        }
        Map<String, List<Diagnostic>> byFile = new TreeMap<>();
        int failed = 0;
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.category().equals(Suppressions.CATEGORY)) {
                failed += refuse(diagnostic);
            } else {
                byFile.computeIfAbsent(diagnostic.finding().at().file().path(), path -> new ArrayList<>())
                        .add(diagnostic);
            }
        }
        int added = 0;
        int files = 0;
        for (List<Diagnostic> diagnostics : byFile.values()) {
            if (write(diagnostics, reason.strip())) {
                files++;
                added += diagnostics.size();
            } else {
                for (Diagnostic diagnostic : diagnostics) {
                    failed += refuse(diagnostic);
                }
            }
        }
        for (InputError error : result.errors()) {
            streams.complain(CheckCommand.line(error));
        }
        streams.print("ignored " + counted(added, "finding") + " in " + counted(files, "file") + "\n");
        if (!result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        return failed > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private int refuse(Diagnostic diagnostic) {
        streams.complain(CheckCommand.line(new InputError(
                diagnostic.finding().at(), "no comment can ignore this finding of " + diagnostic.rule())));
        return 1;
    }

    /** Whether the comments could be written. */
    private boolean write(List<Diagnostic> diagnostics, String reason) {
        SourceFile file = diagnostics.get(0).finding().at().file();
        List<IgnoreWriter.Target> targets = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            targets.add(new IgnoreWriter.Target(
                    diagnostic.rule(), diagnostic.finding().at().span().start()));
        }
        Optional<String> text = IgnoreWriter.write(file, targets, reason);
        if (text.isEmpty()) {
            return false;
        }
        String mark = file.hasByteOrderMark() ? "\uFEFF" : "";
        FixedFile ignored = new FixedFile(file, new SourceFile(file.path(), mark + text.get()));
        try {
            // fails for standard input too, which is no file
            FileReplacement.write(InputFiles.resolve(directory, file.path()), ignored);
            return true;
        } catch (IOException e) {
            streams.complain(CheckCommand.line(new InputError(
                    new Location(file, Span.at(0)), e.getMessage() == null ? "cannot be replaced" : e.getMessage())));
            return false;
        }
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
