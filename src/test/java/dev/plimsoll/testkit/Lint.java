package dev.plimsoll.testkit;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Edit;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** The linter on a text, without files and command line. */
public final class Lint {
    /** Rounds after which fixes that go on changing the text are taken to have no end. */
    private static final int MAX_ROUNDS = 10;

    private Lint() {}

    /** All rules of the strict profile. */
    public static LintResult strict(SourceFile file) {
        return run(file, new RuleSelection(Profile.STRICT, List.of(), List.of()));
    }

    /** One rule. */
    public static LintResult only(String rule, SourceFile file) {
        return run(file, new RuleSelection(Profile.STRICT, List.of(rule), List.of()));
    }

    private static LintResult run(SourceFile file, RuleSelection selection) {
        Loaded loaded = ComposeReader.read(file, List.of());
        List<String> defects = new ArrayList<>();
        List<Diagnostic> diagnostics = new Linter(RuleCatalog.builtIn(), selection).check(loaded, defects);
        return new LintResult(1, diagnostics, loaded.errors(), defects);
    }

    /** The text after all fixes of one rule, made round by round until none is left. */
    public static SourceFile fixed(String rule, SourceFile file) {
        SourceFile current = file;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Fix> chosen = new ArrayList<>();
            List<Edit> edits = new ArrayList<>();
            for (Diagnostic diagnostic : only(rule, current).diagnostics()) {
                List<Fix> fixes = diagnostic.finding().fixes();
                if (!fixes.isEmpty() && chosen.stream().noneMatch(fixes.get(0)::conflictsWith)) {
                    chosen.add(fixes.get(0));
                    edits.addAll(fixes.get(0).edits());
                }
            }
            if (edits.isEmpty()) {
                return current;
            }
            String text = Fix.apply(current, edits);
            current = new SourceFile(file.path(), (file.hasByteOrderMark() ? "\uFEFF" : "") + text);
        }
        throw new AssertionError("fixes of " + rule + " do not come to an end in " + file.path());
    }
}
