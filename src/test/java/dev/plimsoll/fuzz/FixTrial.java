package dev.plimsoll.fuzz;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.LoadOptions;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.ProjectLoader;
import dev.plimsoll.compose.ResolvedTree;
import dev.plimsoll.compose.files.ProjectDiscovery;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.engine.Configs;
import dev.plimsoll.engine.Flags;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.engine.Refusals;
import dev.plimsoll.fix.Applied;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.session.FixRun;
import dev.plimsoll.session.InputFiles;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Projects;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some fixes of a project made, and what must hold of them: that they cannot harm. Whatever of the project's files loaded
 * before, together or alone, loads after and differs in nothing but what the fixes name.
 */
final class FixTrial {
    private static final Flags STRICT =
            new Flags(Optional.of(Profile.STRICT), List.of(), List.of(), Optional.empty(), true, false);

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final Configs NO_CONFIG = new Configs() {
        @Override
        public boolean isSearched(SourceFile configuration) {
            return false;
        }

        @Override
        public @Nullable Config of(SourceFile file) {
            return null;
        }

        @Override
        public File onDisk(SourceFile file) {
            return Texts.file(file.path());
        }
    };

    private final Input input;
    private final FixChoice choice;
    private final RecordedChanges changes = new RecordedChanges();
    private final List<List<String>> projects;

    /** The fixes that a choice takes of a project. */
    FixTrial(Input input, FixChoice choice) {
        this.input = input;
        this.choice = choice;
        this.projects = projects(input);
    }

    /**
     * What came of it.
     *
     * @param after the texts of all files
     * @param fixed what was made
     * @param reach what the fixes that were made may touch
     */
    record Outcome(SortedMap<String, String> after, Fixed fixed, Reach reach) {}

    /** The projects of the files: as a search of the directory finds them, or those that were named as one. */
    private static List<List<String>> projects(Input input) {
        if (!input.args().isEmpty()) {
            return List.of(input.args());
        }
        List<List<String>> projects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String path : input.files().keySet()) {
            if (ProjectDiscovery.isComposeName(new File(path).getName()) && seen.add(path)) {
                String override = path.replace("compose.yaml", "compose.override.yaml");
                boolean both = !override.equals(path) && input.files().containsKey(override);
                if (both || !path.endsWith("compose.override.yaml")) {
                    projects.add(both ? List.of(path, override) : List.of(path));
                } else if (!input.files().containsKey(path.replace(".override", ""))) {
                    projects.add(List.of(path));
                }
            }
        }
        return projects;
    }

    /** In what ways the files may be used: as projects, and each for itself. */
    Set<List<String>> uses() {
        Set<List<String>> uses = new LinkedHashSet<>(projects);
        for (String path : input.files().keySet()) {
            if (path.endsWith(".yaml") || path.endsWith(".yml")) {
                uses.add(List.of(path));
                if (path.startsWith("compose.prod")) {
                    uses.add(List.of("compose.yaml", path));
                }
            }
        }
        return uses;
    }

    /** What a way to use the files comes to. */
    record Use(@Nullable String refusal, SortedMap<String, String> values, Loaded loaded) {}

    static Use use(List<String> paths, Map<String, String> texts) throws Violation {
        List<File> files = new ArrayList<>();
        for (String path : paths) {
            files.add(Texts.file(path));
        }
        LoadOptions whole = new LoadOptions(Variables.NONE, List.of(), false, true, List.of());
        Loaded loaded = ProjectLoader.load(files, Texts.project(texts), whole);
        List<Defect> defects = new ArrayList<>(loaded.defects());
        List<Diagnostic> refusals = Refusals.of(loaded, RuleCatalog.builtIn(), defects);
        if (!defects.isEmpty()) {
            throw new Violation("defect", defects.get(0).toString());
        }
        String refusal = null;
        if (!loaded.errors().isEmpty()) {
            refusal = loaded.errors().get(0).message();
        } else if (!refusals.isEmpty()) {
            refusal = refusals.get(0).rule() + ": " + refusals.get(0).finding().message();
        }
        return new Use(refusal, ResolvedTree.of(files, Texts.project(texts)), loaded);
    }

    /** What linting says of some texts, of which it is listened to what the edits are for. */
    List<Diagnostic> lint(Map<String, String> texts) throws Violation {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        ProjectLinter linter = new ProjectLinter(RuleCatalog.builtIn(), STRICT, NO_CONFIG, () -> TODAY, defects);
        try {
            for (List<String> project : projects) {
                List<File> paths = new ArrayList<>();
                for (String path : project) {
                    paths.add(Texts.file(path));
                }
                boolean whole = !input.args().isEmpty();
                LoadOptions options = new LoadOptions(Variables.NONE, List.of(), false, whole, List.of());
                Loaded loaded = ProjectLoader.load(paths, Texts.project(texts), options);
                Loaded heard = changes.listenTo(loaded);
                diagnostics.addAll(linter.reported(heard, linter.found(heard)));
            }
            diagnostics.addAll(linter.remarks());
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
        if (!defects.isEmpty()) {
            throw new Violation("defect", defects.get(0).toString());
        }
        return diagnostics;
    }

    /** The fixes of some texts, as {@code plimsoll fix} makes them. */
    private Fixed fix(Map<String, String> texts, String configuration) throws Violation {
        Map<String, String> all = new TreeMap<>(texts);
        if (!configuration.isEmpty()) {
            all.put(".plimsoll.yaml", configuration);
        }
        List<String> paths = new ArrayList<>();
        for (List<String> project : projects) {
            paths.add(project.get(0));
        }
        Options options = new Options(
                input.args().isEmpty() ? paths : List.of(),
                input.args(),
                List.of(),
                false,
                false,
                "compose.yaml",
                false,
                STRICT,
                Optional.empty(),
                false,
                Optional.empty(),
                choice.unsafeToo());
        InputFiles inputs = new InputFiles(Texts.DIRECTORY, Texts.view(all), Map.of(), InputStream.nullInputStream());
        Projects found = new Projects(inputs, options);
        FixRun run = new FixRun(found, LintRun.of(found, null));
        try {
            run.lint(found.find());
        } catch (InputException | IOException e) {
            throw new Violation("fixing fails: " + e, configuration);
        }
        List<FixedFile> files = new ArrayList<>();
        List<Applied> applied = new ArrayList<>();
        for (Fixed fixed : run.fixed()) {
            files.addAll(fixed.files());
            applied.addAll(fixed.applied());
            if (!fixed.left().defects().isEmpty()) {
                throw new Violation("defect", fixed.left().defects().get(0).toString());
            }
        }
        return new Fixed(files, applied, List.of(), new Checked(List.of(), List.of(), List.of()));
    }

    /**
     * Makes the fixes and checks them.
     *
     * @throws Violation if one of them harms
     */
    Outcome run() throws Violation {
        String configuration = choice.seed() == 0 ? "" : choice.configuration(lint(input.files()));
        Fixed fixed = fix(input.files(), configuration);
        SortedMap<String, String> after = new TreeMap<>(input.files());
        for (FixedFile file : fixed.files()) {
            String mark = file.after().hasByteOrderMark() ? "\uFEFF" : "";
            after.put(file.after().path(), mark + file.after().text());
        }
        Reach reach = new Reach();
        Outcome outcome = new Outcome(after, fixed, reach);
        if (!fixed.files().isEmpty()) {
            replay(outcome);
            new KeptComments(this).check(input.files(), outcome);
            for (List<String> each : uses()) {
                compare(each, outcome);
            }
            again(outcome, configuration);
        }
        return outcome;
    }

    private void again(Outcome outcome, String configuration) throws Violation {
        Fixed more = fix(outcome.after(), configuration);
        if (!more.files().isEmpty()) {
            throw violation("a second run changes something", outcome, titles(more));
        }
    }

    private void compare(List<String> paths, Outcome outcome) throws Violation {
        Use before = use(paths, input.files());
        Use after = use(paths, outcome.after());
        boolean safe =
                outcome.fixed().applied().stream().allMatch(one -> one.fix().safety() == Safety.SAFE);
        if (before.refusal() == null && after.refusal() != null) {
            throw violation(
                    "what was loaded is refused: " + kind(after.refusal()), outcome, paths + ": " + after.refusal());
        }
        if (safe && after.refusal() == null) {
            new KeptData(this).check(paths, before, after, outcome);
        }
        if (before.refusal() != null) {
            return;
        }
        Set<String> differing = new TreeSet<>(before.values().keySet());
        differing.addAll(after.values().keySet());
        for (String path : differing) {
            @Nullable String old = before.values().get(path);
            @Nullable String now = after.values().get(path);
            if (Objects.equals(old, now) || outcome.reach().covers(path)) {
                continue;
            }
            boolean nothing = isNothing(old) && isNothing(now);
            if (!nothing || !outcome.reach().isAbove(path)) {
                throw violation(
                        "a value changes that no fix names: " + kind(path),
                        outcome,
                        paths + ": " + path + ": " + old + " -> " + now);
            }
        }
    }

    /** The same for what has one cause: without the names of services and what is in quotes. */
    private static String kind(String seen) {
        return seen.replaceFirst("^services/[^/]+", "services/*").replaceAll("\\[.*?]|\"[^\"]*\"", "*");
    }

    private static boolean isNothing(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("{}");
    }

    /**
     * Makes the edits anew, one round after the other: the new texts are the old ones with these edits, and nothing else.
     * Takes down what each of them may touch.
     */
    private void replay(Outcome outcome) throws Violation {
        Replay replay = new Replay(this, outcome, input.files());
        Set<Fix> made = new LinkedHashSet<>();
        for (Applied applied : outcome.fixed().applied()) {
            if (made.add(applied.fix())) {
                replay.make(applied);
            }
        }
        Map<String, String> texts = replay.texts();
        for (Map.Entry<String, String> file : outcome.after().entrySet()) {
            String text = texts.get(file.getKey());
            if (!file.getValue().equals(text)) {
                throw violation("a text changes outside of the edits", outcome, file.getKey() + "\n" + text);
            }
        }
    }

    private static String titles(Fixed fixed) {
        StringBuilder titles = new StringBuilder();
        for (Applied applied : fixed.applied()) {
            titles.append(applied.fix().safety())
                    .append(' ')
                    .append(applied.diagnostic().rule())
                    .append(" of ")
                    .append(applied.diagnostic().finding().container().orElse("-"))
                    .append(" in ")
                    .append(applied.diagnostic().finding().at().file().path())
                    .append(':')
                    .append(applied.diagnostic().finding().at().start().line())
                    .append(": ")
                    .append(applied.fix().title())
                    .append('\n');
        }
        return titles.toString();
    }

    RecordedChanges changes() {
        return changes;
    }

    Violation violation(String kind, Outcome outcome, String seen) {
        StringBuilder text = new StringBuilder(seen).append('\n').append(titles(outcome.fixed()));
        input.files().forEach((path, old) -> {
            text.append("--- ").append(path).append('\n').append(old);
            if (!old.equals(outcome.after().get(path))) {
                text.append("+++ ")
                        .append(path)
                        .append('\n')
                        .append(outcome.after().get(path));
            }
        });
        return new Violation(kind, text.toString());
    }
}
