package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The linter on a text, without files and command line. */
public final class Lint {
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

    /** The text after all fixes of one rule. */
    public static SourceFile fixed(String rule, SourceFile file) {
        Fixed fixed = Fixer.fix(
                checked(only(rule, file), file),
                changed -> {
                    SourceFile now = changed.getOrDefault(file.path(), file);
                    return checked(only(rule, now), now);
                },
                any -> Optional.empty(),
                true);
        assertThat(fixed.refused()).as("refused in " + file.path()).isEmpty();
        return fixed.files().isEmpty() ? file : fixed.files().get(0).after();
    }

    /** Without what is found in a Dockerfile beside the file, whose fixes are tested where they are written. */
    private static Checked checked(LintResult result, SourceFile file) {
        List<Diagnostic> own = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.finding().at().file().path().equals(file.path())) {
                own.add(diagnostic);
            }
        }
        return new Checked(own, result.errors(), result.defects());
    }
}
