package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.fix.Recheck;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.source.SourceFile;
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
import org.jspecify.annotations.Nullable;

/** Lints projects and makes their fixes; projects whose files to change are read together are fixed together. */
public final class FixRun {
    private final Projects projects;
    private final LintRun rules;
    private final Selection selection;
    private final List<ReadProject> reads = new ArrayList<>();
    /** The files that some fix may change; all projects that read or use one of them are in one group. */
    private final Set<String> edited = new HashSet<>();

    private final Written written = new Written();
    private final KnownFiles files = new KnownFiles(reads);
    private final List<InputError> failures = new ArrayList<>();
    private @Nullable FileUses uses;
    private List<FixGroup> groups = List.of();

    /** A run that fixes what these rules find, as the options say. */
    public FixRun(Projects projects, LintRun rules) {
        this(projects, rules, Selection.all(projects.options().unsafeFixes()));
    }

    /** A run that makes these fixes of what these rules find. */
    public FixRun(Projects projects, LintRun rules, Selection selection) {
        this.projects = projects;
        this.rules = rules;
        this.selection = selection;
    }

    /**
     * Reads and lints, and decides on the fixes; changes nothing.
     *
     * @throws InputException if a configuration or baseline cannot be read or obeyed
     * @throws IOException if a file's real path cannot be told, or standard input fails
     */
    public void lint(List<Unit> units) throws InputException, IOException {
        look(units);
        edited.addAll(FixGroup.edited(reads, selection));
        try {
            uses = edited.isEmpty() ? null : new FileUses(projects, reads);
        } catch (RuntimeException | StackOverflowError | IOException e) {
            groups = group();
            for (FixGroup group : groups) {
                group.fails(e);
            }
            return;
        }
        List<FixGroup> together = group();
        while (together.size() != groups.size()) {
            groups = together;
            for (FixGroup group : groups) {
                fix(group);
            }
            // what a fix brought to light may have changed files that another group reads or uses too
            for (FixGroup group : groups) {
                edited.addAll(group.changed());
            }
            together = group();
        }
    }

    private List<FixGroup> group() {
        List<Set<String>> together = new ArrayList<>(files.brought());
        if (uses != null) {
            together.addAll(uses.files());
        }
        return FixGroup.of(reads, edited, together);
    }

    private void fix(FixGroup group) {
        Checked found = ReadProject.together(group.members());
        try {
            Checked whole = uses == null ? found : uses.add(Map.of(), found);
            group.becomes(Fixer.fix(whole, recheck(group.members()), files.editable(), selection));
        } catch (RuntimeException | StackOverflowError | IOException e) {
            group.fails(e);
        }
    }

    private void look(List<Unit> units) throws InputException, IOException {
        SharedServices shared = new SharedServices();
        ExaminedAhead ahead = rules.ahead(units);
        try {
            for (Unit unit : units) {
                look(unit, ahead == null ? null : ahead.next(), shared);
            }
        } finally {
            if (ahead != null) {
                ahead.end();
            }
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
            ReadProject read = reads.get(i);
            List<Diagnostic> known = rules.first().unknown(read.found().diagnostics());
            reads.set(i, read.with(shared.withhold(known)));
        }
    }

    private void look(Unit unit, @Nullable Examined known, SharedServices shared) throws InputException, IOException {
        if (rules.isExcluded(unit)) {
            return;
        }
        ProjectFiles files = known == null ? projects.files(unit) : known.files();
        Set<String> composeFiles = new HashSet<>();
        Checked found = check(unit, files, known, rules.first(), shared, composeFiles);
        rules.read(unit, files);
        ReadProject read = new ReadProject(unit, files.sources(), composeFiles, found);
        reads.add(read);
        this.files.add(read);
    }

    /**
     * Lints a project.
     *
     * @param known what was seen of it ahead, if anything
     * @param shared takes the services that others extend
     * @param composeFiles takes the shown paths of the Compose files
     */
    private Checked check(
            Unit unit,
            ProjectFiles files,
            @Nullable Examined known,
            LintRun.Pass pass,
            SharedServices shared,
            Set<String> composeFiles)
            throws InputException, IOException {
        int before = pass.defects().size();
        try {
            List<Diagnostic> diagnostics = new ArrayList<>();
            List<InputError> errors = new ArrayList<>();
            Map<String, String> refused = new HashMap<>();
            List<Loaded> all = known == null ? projects.all(unit, files) : known.loaded();
            for (int i = 0; i < all.size(); i++) {
                Loaded loaded = all.get(i);
                diagnostics.addAll(
                        known == null
                                ? pass.check(loaded)
                                : pass.check(loaded, known.found().get(i)));
                errors.addAll(loaded.errors());
                shared.add(loaded.extended());
                for (SourceFile source : loaded.project().files()) {
                    if (HostKind.named(source.path()) == HostKind.NONE) {
                        composeFiles.add(source.path());
                    }
                }
                String reason = composeFiles.isEmpty() ? null : FileUses.refusal(loaded);
                if (reason != null) {
                    refused.put(FileUses.named(unit), reason);
                }
            }
            diagnostics.sort(Linter.BY_PLACE);
            return new Checked(diagnostics, errors, since(before, pass), refused);
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

    private Recheck recheck(List<ReadProject> members) {
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

    private Checked checkAgain(List<ReadProject> members, Map<String, SourceFile> changed)
            throws InputException, IOException {
        LintRun.Pass pass = rules.again();
        List<Checked> all = new ArrayList<>();
        SharedServices shared = new SharedServices();
        Map<File, SourceFile> known = KnownFiles.of(members);
        for (ReadProject read : members) {
            ProjectFiles now = projects.files(read.unit());
            for (Map.Entry<File, SourceFile> source : known.entrySet()) {
                now.put(source.getKey(), changed.getOrDefault(source.getValue().path(), source.getValue()));
            }
            all.add(check(read.unit(), now, null, pass, shared, new HashSet<>()));
            files.adopt(read, members, known, now);
        }
        Checked joined = ReadProject.joined(all);
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
        List<Diagnostic> kept = shared.withhold(pass.unknown(diagnostics));
        Checked checked = new Checked(kept, joined.errors(), joined.defects(), joined.refused());
        return uses == null ? checked : uses.add(changed, checked);
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return rules.isEmpty(result());
    }

    /** Whether standard input is among what was read, whose fixed text is {@link #fixedInput}. */
    public boolean readsStandardInput() {
        return standardInput() != null;
    }

    private @Nullable ReadProject standardInput() {
        for (ReadProject read : reads) {
            if (read.unit().first().isStandardInput()) {
                return read;
            }
        }
        return null;
    }

    /** What was or would be fixed, for each group of projects that share files; and what is left of each. */
    public List<Fixed> fixed() {
        List<Fixed> all = new ArrayList<>();
        for (FixGroup group : groups) {
            all.add(group.fixed());
        }
        return all;
    }

    /** How many of the findings that are left have a fix that is unsafe and was not asked for. */
    public int unsafeLeft() {
        int more = 0;
        for (Diagnostic diagnostic : left()) {
            boolean hasFix = !diagnostic.finding().fixes().isEmpty();
            more += hasFix && selection.of(diagnostic) == null ? 1 : 0;
        }
        return more;
    }

    /** What is left of all projects, each finding once and in order of place. */
    private List<Diagnostic> left() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Fixed fixed : fixed()) {
            diagnostics.addAll(fixed.left().diagnostics());
        }
        diagnostics.sort(Linter.BY_PLACE);
        return SharedFindings.once(diagnostics);
    }

    /**
     * Replaces the files. Where that fails, what was found stands, and the failure is one of {@link #errors}.
     *
     * @throws IOException if a file's real path cannot be told
     */
    public void write() throws IOException {
        List<Unit> units = new ArrayList<>();
        for (ReadProject read : reads) {
            units.add(read.unit());
        }
        FixWriter writer = new FixWriter(new Writable(projects.inputs().directory(), units), written);
        for (FixGroup group : groups) {
            boolean failed = false;
            for (FixedFile file : group.fixed().files()) {
                String path = file.before().path();
                failed |= !isStandardInput(file.before()) && !writer.replace(files.place(path), file);
            }
            if (failed) {
                List<ReadProject> fresh = new ArrayList<>();
                for (ReadProject member : group.members()) {
                    fresh.add(member.unit().first().isStandardInput() ? member : fresh(member));
                }
                Checked left = ReadProject.together(fresh);
                group.becomes(new Fixed(List.of(), List.of(), group.fixed().refused(), left));
            }
        }
        failures.addAll(writer.failures());
    }

    /** The text of standard input as fixes left it; empty if it was not read. */
    public Optional<SourceFile> fixedInput() {
        ReadProject read = standardInput();
        SourceFile given =
                read == null ? null : read.sources().get(read.unit().first().file());
        if (given == null) {
            return Optional.empty();
        }
        for (Fixed fixed : fixed()) {
            for (FixedFile file : fixed.files()) {
                if (file.before() == given) {
                    return Optional.of(file.after());
                }
            }
        }
        return Optional.of(given);
    }

    private ReadProject fresh(ReadProject read) throws IOException {
        ProjectFiles files = projects.files(read.unit());
        try {
            LintRun.Pass pass = rules.again();
            Checked found = check(read.unit(), files, null, pass, new SharedServices(), new HashSet<>());
            Checked left = new Checked(pass.unknown(found.diagnostics()), found.errors(), found.defects());
            return new ReadProject(read.unit(), files.sources(), read.composeFiles(), left);
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isStandardInput(SourceFile file) {
        ReadProject read = standardInput();
        return read != null && read.unit().first().shown().equals(file.path());
    }

    /** Which files were changed. */
    public Written written() {
        return written;
    }

    /** Whether files that were to be replaced could not be. */
    public boolean anyUnwritten() {
        return !failures.isEmpty();
    }

    /** Files that could not be replaced, and what could not be read. */
    public List<InputError> errors() {
        Set<InputError> errors = new LinkedHashSet<>(failures);
        for (Fixed fixed : fixed()) {
            errors.addAll(fixed.left().errors());
        }
        return List.copyOf(errors);
    }

    /** What failed in Plimsoll itself. */
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        for (Fixed fixed : fixed()) {
            defects.addAll(fixed.left().defects());
        }
        return defects;
    }

    /** What is left. */
    public LintResult result() {
        return new LintResult(
                rules.filesRead(), left(), errors(), defects(), rules.first().suppressed());
    }
}
