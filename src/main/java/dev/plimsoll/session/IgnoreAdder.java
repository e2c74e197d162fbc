package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.suppress.IgnoreWriter;
import dev.plimsoll.suppress.Suppressions;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a comment at each finding that ignores it. */
public final class IgnoreAdder {
    private final File directory;
    private final Writable writable;
    private final Written written = new Written();
    private final FixWriter writer;
    private final List<InputError> complaints = new ArrayList<>();
    private int added;
    private int files;
    private boolean refused;

    /**
     * Writes comments into the files of some projects.
     *
     * @param directory the working directory, absolute
     * @param units the projects that were linted
     */
    public IgnoreAdder(File directory, List<Unit> units) {
        this.directory = directory;
        this.writable = new Writable(directory, units);
        this.writer = new FixWriter(writable, written);
    }

    /**
     * Writes the comments.
     *
     * @param reason one line without {@code #}, not blank
     */
    public void add(String reason, LintResult result) {
        Map<String, List<Diagnostic>> byFile = new TreeMap<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.category().equals(Suppressions.CATEGORY)) {
                refuse(diagnostic);
            } else {
                byFile.computeIfAbsent(diagnostic.finding().at().file().path(), path -> new ArrayList<>())
                        .add(diagnostic);
            }
        }
        for (List<Diagnostic> diagnostics : byFile.values()) {
            boolean isFile = !writable.isStandardInput(
                    diagnostics.get(0).finding().at().file().path());
            Optional<FixedFile> ignored = isFile ? ignored(diagnostics, reason.strip()) : Optional.empty();
            if (ignored.isEmpty()) {
                for (Diagnostic diagnostic : diagnostics) {
                    refuse(diagnostic);
                }
            } else {
                write(ignored.get(), diagnostics.size());
            }
        }
    }

    private void refuse(Diagnostic diagnostic) {
        refused = true;
        complaints.add(new InputError(
                diagnostic.finding().at(), "no comment can ignore this finding of " + diagnostic.rule()));
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

    private void write(FixedFile ignored, int findings) {
        File place = FilePath.resolve(directory, ignored.before().path());
        if (writer.replace(place, ignored)) {
            files++;
            added += findings;
        } else {
            List<InputError> failures = writer.failures();
            complaints.add(failures.get(failures.size() - 1));
        }
    }

    /** Findings that no comment can ignore and files that could not be written, in the order of their turn. */
    public List<InputError> complaints() {
        return List.copyOf(complaints);
    }

    /** How many findings are ignored so far. */
    public int added() {
        return added;
    }

    /** In how many files. */
    public int files() {
        return files;
    }

    /** Which files were changed. */
    public Written written() {
        return written;
    }

    /** Whether there was a finding that no comment can ignore. */
    public boolean anyRefused() {
        return refused;
    }
}
