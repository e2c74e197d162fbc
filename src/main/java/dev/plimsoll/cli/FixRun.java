package dev.plimsoll.cli;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.fix.Applied;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Editable;
import dev.plimsoll.fix.FileReplacement;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.fix.Recheck;
import dev.plimsoll.fix.Refused;
import dev.plimsoll.fix.UnifiedDiff;
import dev.plimsoll.report.Printable;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.suppress.Suppressions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Lints projects and makes their fixes; projects that share a file to change are fixed together. */
final class FixRun {
    private final Projects projects;
    private final LintRun rules;
    private final ParseResult parsed;
    private final Streams streams;
    private final boolean unsafeToo;
    private final List<Read> reads = new ArrayList<>();
    /** The files that some fix may change; all projects that read one of them are in one group. */
    private final Set<String> edited = new HashSet<>();

    private final Map<String, File> places = new HashMap<>();
    private final Written written = new Written();
    private final FileReplacement replacement = new FileReplacement();
    private final Set<String> editablePaths = new HashSet<>();
    private final List<InputError> failures = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    FixRun(Projects projects, LintRun rules, ParseResult parsed, Streams streams) {
        this.projects = projects;
        this.rules = rules;
        this.parsed = parsed;
        this.streams = streams;
        this.unsafeToo = parsed.hasMatchedOption("--unsafe-fixes");
    }

    /**
     * A project as it was read.
     *
     * @param sources its files, which are not read from disk again while it is fixed; those that a fix brings in come to them
     */
    private record Read(Projects.Unit unit, Map<File, SourceFile> sources, Checked found) {
        Read {
            sources = new HashMap<>(sources);
        }

        boolean reads(String path) {
            for (SourceFile source : sources.values()) {
                if (source.path().equals(path)) {
                    return true;
                }
            }
            return false;
        }

        Read with(Diagnostic remark) {
            List<Diagnostic> all = new ArrayList<>(found.diagnostics());
            all.add(remark);
            all.sort(Linter.BY_PLACE);
            return with(all);
        }

        Read with(List<Diagnostic> diagnostics) {
            return new Read(unit, sources, new Checked(diagnostics, found.errors(), found.defects()));
        }
    }

    /** Projects that are fixed together, and what came of it. */
    private static final class Group {
        private final List<Read> members = new ArrayList<>();
        private Fixed fixed = new Fixed(List.of(), List.of(), List.of(), new Checked(List.of(), List.of(), List.of()));
    }

    /** Reads and lints, and decides on the fixes; changes nothing. */
    void lint(List<Projects.Unit> units) throws UsageException, IOException {
        try {
            look(units);
        } catch (InputException e) {
            throw new UsageException(e.error());
        }
        rules.verbose();
        group();
        for (Group group : groups) {
            group.fixed = fix(group);
        }
    }

    private Fixed fix(Group group) {
        Checked found = together(group.members);
        try {
            return Fixer.fix(found, recheck(group.members), editable(), unsafeToo);
        } catch (RuntimeException | StackOverflowError e) {
            List<Defect> defects = new ArrayList<>(found.defects());
            Projects.Unit unit = group.members.get(0).unit();
            defects.add(Defect.of(unit.inputs().get(0).shown(), "fixing", e));
            Checked left = new Checked(found.diagnostics(), found.errors(), defects);
            return new Fixed(List.of(), List.of(), List.of(), left);
        }
    }

    private void look(List<Projects.Unit> units) throws InputException, IOException {
        for (Projects.Unit unit : units) {
            if (rules.isExcluded(unit)) {
                continue;
            }
            ProjectFiles files = projects.files(unit);
            Checked found = check(unit, files, rules.first());
            rules.read(unit, files);
            Read read = new Read(unit, files.sources(), found);
            reads.add(read);
            for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
                places.putIfAbsent(source.getValue().path(), source.getKey());
            }
            addEditable(read);
        }
        // only now is known which comments no project needs
        for (Diagnostic remark : rules.first().remarks()) {
            for (int i = 0; i < reads.size(); i++) {
                boolean last = i == reads.size() - 1;
                if (last || reads.get(i).reads(remark.finding().at().file().path())) {
                    reads.set(i, reads.get(i).with(remark));
                    break;
                }
            }
        }
        for (int i = 0; i < reads.size(); i++) {
            Read read = reads.get(i);
            reads.set(i, read.with(rules.first().unknown(read.found().diagnostics())));
        }
    }

    private Checked check(Projects.Unit unit, ProjectFiles files, LintRun.Pass pass)
            throws InputException, IOException {
        int before = pass.defects().size();
        try {
            List<Diagnostic> diagnostics = new ArrayList<>();
            List<InputError> errors = new ArrayList<>();
            for (Loaded loaded : projects.all(unit, parsed, files)) {
                diagnostics.addAll(pass.check(loaded));
                errors.addAll(loaded.errors());
            }
            diagnostics.sort(Linter.BY_PLACE);
            return new Checked(diagnostics, errors, since(before, pass));
        } catch (UnreadableSourceException e) {
            InputError error = new InputError(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage());
            return new Checked(List.of(), List.of(error), List.of());
        } catch (RuntimeException | StackOverflowError e) {
            pass.fail(unit, e);
            return new Checked(List.of(), List.of(), since(before, pass));
        }
    }

    private static List<Defect> since(int before, LintRun.Pass pass) {
        return pass.defects().subList(before, pass.defects().size());
    }

    /** Files that were named or found, and those that they lead to below their directory; never what lies elsewhere. */
    private void addEditable(Read read) throws IOException {
        InputFiles.Input first = read.unit().inputs().get(0);
        for (InputFiles.Input input : read.unit().inputs()) {
            editablePaths.add(input.shown());
        }
        File directory = first.file().getAbsoluteFile().getParentFile();
        if (first.isStandardInput() || directory == null) {
            return;
        }
        for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
            if (FilePath.isBelow(directory.getCanonicalFile(), source.getKey().getCanonicalFile())) {
                editablePaths.add(source.getValue().path());
            }
        }
    }

    private Editable editable() {
        return new Editable() {
            @Override
            public Optional<String> refusal(SourceFile file) {
                return editablePaths.contains(file.path())
                        ? Optional.empty()
                        : Optional.of(file.path() + " is no file of this project's directory");
            }
        };
    }

    /** Puts projects together that a fix's file belongs to; those without a fix stay alone. */
    private void group() {
        for (Read read : reads) {
            for (Diagnostic diagnostic : read.found().diagnostics()) {
                Fix fix = Fixer.allowed(diagnostic, unsafeToo);
                for (Edit edit : fix == null ? List.<Edit>of() : fix.edits()) {
                    edited.add(edit.at().file().path());
                }
            }
        }
        Map<String, Group> byPath = new HashMap<>();
        for (Read read : reads) {
            Group group = new Group();
            group.members.add(read);
            groups.add(group);
            for (SourceFile source : read.sources().values()) {
                Group other = edited.contains(source.path()) ? byPath.putIfAbsent(source.path(), group) : null;
                if (other != null && other != group) {
                    other.members.addAll(group.members);
                    groups.remove(group);
                    for (Map.Entry<String, Group> owner : byPath.entrySet()) {
                        if (owner.getValue() == group) {
                            owner.setValue(other);
                        }
                    }
                    group = other;
                }
            }
        }
    }

    private static Checked together(List<Read> members) {
        List<Checked> all = new ArrayList<>();
        for (Read member : members) {
            all.add(member.found());
        }
        return joined(all);
    }

    private static Checked joined(List<Checked> all) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        for (Checked checked : all) {
            diagnostics.addAll(checked.diagnostics());
            errors.addAll(checked.errors());
            defects.addAll(checked.defects());
        }
        return new Checked(diagnostics, errors, defects);
    }

    private Recheck recheck(List<Read> members) {
        return new Recheck() {
            @Override
            public Checked check(Map<String, SourceFile> changed) {
                try {
                    return checkAgain(members, changed);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InputException e) {
                    // configurations and baselines were read before
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private Checked checkAgain(List<Read> members, Map<String, SourceFile> changed) throws InputException, IOException {
        LintRun.Pass pass = rules.again();
        List<Checked> all = new ArrayList<>();
        for (Read read : members) {
            ProjectFiles files = projects.files(read.unit());
            for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
                @Nullable SourceFile now = changed.get(source.getValue().path());
                files.put(source.getKey(), now == null ? source.getValue() : now);
            }
            all.add(check(read.unit(), files, pass));
            adopt(read, members, files);
        }
        Checked joined = joined(all);
        List<Diagnostic> diagnostics = new ArrayList<>(joined.diagnostics());
        for (Diagnostic remark : pass.remarks()) {
            // of a file that another group reads too nothing is known here
            boolean ours = members.contains(reads.get(reads.size() - 1))
                    && remark.rule().equals(Suppressions.EXPIRED);
            if (ours || edited.contains(remark.finding().at().file().path())) {
                diagnostics.add(remark);
            }
        }
        diagnostics.sort(Linter.BY_PLACE);
        return new Checked(pass.unknown(diagnostics), joined.errors(), joined.defects());
    }

    /** Takes in the files that a fix brought to light, unless another group may change them too. */
    private void adopt(Read read, List<Read> members, ProjectFiles files) throws IOException {
        boolean more = false;
        for (Map.Entry<File, SourceFile> source : files.sources().entrySet()) {
            boolean known = read.sources().containsKey(source.getKey());
            if (!known && !isReadElsewhere(source.getValue().path(), members)) {
                read.sources().put(source.getKey(), source.getValue());
                places.putIfAbsent(source.getValue().path(), source.getKey());
                more = true;
            }
        }
        if (more) {
            addEditable(read);
        }
    }

    private boolean isReadElsewhere(String path, List<Read> members) {
        for (Read read : reads) {
            if (!members.contains(read) && read.reads(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing was read. */
    boolean isEmpty() {
        return rules.isEmpty(result());
    }

    boolean readsStandardInput() {
        for (Read read : reads) {
            if (read.unit().inputs().get(0).isStandardInput()) {
                return true;
            }
        }
        return false;
    }

    /** The changes of all files, each below what changes. */
    String diff() {
        Map<String, String> byPath = new TreeMap<>();
        for (Group group : groups) {
            for (FixedFile file : group.fixed.files()) {
                byPath.put(file.before().path(), headings(group.fixed, file) + UnifiedDiff.of(file));
            }
        }
        return String.join("", byPath.values());
    }

    private static String headings(Fixed fixed, FixedFile file) {
        Set<String> headings = new LinkedHashSet<>();
        for (Applied applied : fixed.applied()) {
            if (applied.touches(file.before().path())) {
                headings.add(heading(applied));
            }
        }
        return String.join("", headings);
    }

    private static String heading(Applied applied) {
        String container = applied.diagnostic().finding().container().orElse("");
        String of = container.isEmpty() ? "" : " (\"" + container + "\")";
        return Printable.line("# " + applied.diagnostic().rule() + " ("
                        + applied.fix().safety().label() + "): " + applied.fix().title() + of)
                + "\n";
    }

    /** Replaces the files. Where that fails, what was found stands, and the failure is one of {@link #errors}. */
    void write() throws IOException {
        List<Projects.Unit> units = new ArrayList<>();
        for (Read read : reads) {
            units.add(read.unit());
        }
        Writable writable = new Writable(projects.directory(), units);
        for (Group group : groups) {
            boolean failed = false;
            for (FixedFile file : group.fixed.files()) {
                failed |= !isStandardInput(file.before()) && !replace(file, writable);
            }
            if (failed) {
                List<Read> fresh = new ArrayList<>();
                for (Read member : group.members) {
                    fresh.add(member.unit().inputs().get(0).isStandardInput() ? member : fresh(member));
                }
                group.fixed = new Fixed(List.of(), List.of(), group.fixed.refused(), together(fresh));
            }
        }
        for (Read read : reads) {
            InputFiles.Input input = read.unit().inputs().get(0);
            SourceFile given = read.sources().get(input.file());
            if (input.isStandardInput() && given != null) {
                SourceFile text = fixedText(given);
                streams.print(text.hasByteOrderMark() ? "\uFEFF" + text.text() : text.text());
            }
        }
    }

    private Read fresh(Read read) throws IOException {
        ProjectFiles files = projects.files(read.unit());
        try {
            LintRun.Pass pass = rules.again();
            Checked found = check(read.unit(), files, pass);
            Checked left = new Checked(pass.unknown(found.diagnostics()), found.errors(), found.defects());
            return new Read(read.unit(), files.sources(), left);
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isStandardInput(SourceFile file) {
        for (Read read : reads) {
            InputFiles.Input input = read.unit().inputs().get(0);
            if (input.isStandardInput() && input.shown().equals(file.path())) {
                return true;
            }
        }
        return false;
    }

    private SourceFile fixedText(SourceFile given) {
        for (Group group : groups) {
            for (FixedFile file : group.fixed.files()) {
                if (file.before() == given) {
                    return file.after();
                }
            }
        }
        return given;
    }

    private boolean replace(FixedFile file, Writable writable) {
        String path = file.before().path();
        try {
            replacement.write(writable.destination(places.getOrDefault(path, new File(path)), path), file);
            written.changed(path);
            return true;
        } catch (IOException e) {
            written.unchanged(path);
            String message = e.getMessage() == null ? "cannot be replaced" : e.getMessage();
            failures.add(new InputError(new Location(file.before(), Span.at(0)), message));
            return false;
        }
    }

    /** Says on standard error what was not fixed and why, and how much was. */
    void tell(boolean summary) {
        int findings = 0;
        int more = 0;
        Set<String> files = new HashSet<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Group group : groups) {
            findings += group.fixed.applied().size();
            for (FixedFile file : group.fixed.files()) {
                files.add(file.before().path());
            }
            for (Refused refused : group.fixed.refused()) {
                lines.add(line(refused.diagnostic(), refused.reason()));
            }
            for (Diagnostic diagnostic : group.fixed.left().diagnostics()) {
                Optional<String> reason = diagnostic.finding().refusal();
                if (reason.isPresent()) {
                    lines.add(line(diagnostic, reason.get()));
                }
                boolean hasFix = !diagnostic.finding().fixes().isEmpty();
                more += hasFix && Fixer.allowed(diagnostic, unsafeToo) == null ? 1 : 0;
            }
        }
        for (String line : lines) {
            streams.complain(line);
        }
        written.tell(streams);
        if (summary) {
            boolean changes = parsed.hasMatchedOption("--write") || parsed.hasMatchedOption("--fix");
            boolean made = changes && !parsed.hasMatchedOption("--diff");
            String none = failures.isEmpty() ? "nothing to fix" : "nothing fixed";
            String what = findings == 0
                    ? none
                    : (made ? "fixed " : "would fix ") + counted(findings, "finding") + " in "
                            + counted(files.size(), "file");
            streams.complain(what + (more == 0 ? "" : "; " + more + " more with --unsafe-fixes"));
        }
    }

    private static String line(Diagnostic diagnostic, String reason) {
        InputError place = new InputError(diagnostic.finding().at(), "");
        String at = CheckCommand.line(place);
        return at.substring(0, at.length() - "error: ".length()) + diagnostic.rule() + " is not fixed: " + reason;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    List<InputError> errors() {
        Set<InputError> errors = new LinkedHashSet<>(failures);
        for (Group group : groups) {
            errors.addAll(group.fixed.left().errors());
        }
        return List.copyOf(errors);
    }

    List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        for (Group group : groups) {
            defects.addAll(group.fixed.left().defects());
        }
        return defects;
    }

    /** What is left. */
    LintResult result() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Group group : groups) {
            diagnostics.addAll(group.fixed.left().diagnostics());
        }
        return new LintResult(
                rules.filesRead().size(),
                diagnostics,
                errors(),
                defects(),
                rules.first().suppressed());
    }
}
