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
    private final Writable writable;
    private final FileReplacement replacement = new FileReplacement();
    private final Written written = new Written();

    /**
     * A run of the flag.
     *
     * @param directory the working directory, absolute
     * @param units the projects that were linted
     */
    IgnoreAdder(Streams streams, File directory, List<Projects.Unit> units) {
        this.streams = streams;
        this.directory = directory;
        this.writable = new Writable(directory, units);
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
        int unwritten = 0;
        for (List<Diagnostic> diagnostics : byFile.values()) {
            boolean isFile = !writable.isStandardInput(
                    diagnostics.get(0).finding().at().file().path());
            Optional<FixedFile> ignored = isFile ? ignored(diagnostics, reason.strip()) : Optional.empty();
            if (ignored.isEmpty()) {
                for (Diagnostic diagnostic : diagnostics) {
                    failed += refuse(diagnostic);
                }
            } else if (write(ignored.get())) {
                files++;
                added += diagnostics.size();
            } else {
                unwritten++;
            }
        }
        for (InputError error : result.errors()) {
            streams.complain(CheckCommand.line(error));
        }
        written.tell(streams);
        streams.print("ignored " + counted(added, "finding") + " in " + counted(files, "file") + "\n");
        if (unwritten > 0 || !result.errors().isEmpty()) {
            return ExitCode.USAGE;
        }
        return failed > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private int refuse(Diagnostic diagnostic) {
        streams.complain(CheckCommand.line(new InputError(
                diagnostic.finding().at(), "no comment can ignore this finding of " + diagnostic.rule())));
        return 1;
    }

    /** A file with its comments; empty if there is no place for one. */
    private static Optional<FixedFile> ignored(List<Diagnostic> diagnostics, String reason) {
        SourceFile file = diagnostics.get(0).finding().at().file();
        if (file.isBlank()) {
            // what lies outside of the work tree is not edited
            return Optional.empty();
        }
        List<IgnoreWriter.Target> targets = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            targets.add(new IgnoreWriter.Target(
                    diagnostic.rule(), diagnostic.finding().at().span().start()));
        }
        Optional<String> text = IgnoreWriter.write(file, targets, reason);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String mark = file.hasByteOrderMark() ? "\uFEFF" : "";
        return Optional.of(new FixedFile(file, new SourceFile(file.path(), mark + text.get())));
    }

    /** Whether it could be written. */
    private boolean write(FixedFile ignored) {
        SourceFile file = ignored.before();
        try {
            replacement.write(writable.destination(InputFiles.resolve(directory, file.path()), file.path()), ignored);
            written.changed(file.path());
            return true;
        } catch (IOException e) {
            written.unchanged(file.path());
            streams.complain(CheckCommand.line(new InputError(
                    new Location(file, Span.at(0)), e.getMessage() == null ? "cannot be replaced" : e.getMessage())));
            return false;
        }
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
