package dev.plimsoll.fuzz;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The linter on the texts of an input, without files and command line, which take ten times as long. */
final class Quick {
    private static final Linter STRICT =
            new Linter(RuleCatalog.builtIn(), new RuleSelection(Profile.STRICT, List.of(), List.of()));

    private Quick() {}

    /** Lints all files that are texts, each for itself. */
    static void lint(Input input) throws Violation {
        for (Map.Entry<String, String> file : input.files().entrySet()) {
            boolean settings = file.getKey().startsWith(".env") || file.getKey().endsWith(".plimsoll.yaml");
            if (!settings && Input.isText(file.getValue())) {
                lint(new SourceFile(file.getKey(), file.getValue()));
            }
        }
    }

    private static void lint(SourceFile file) throws Violation {
        List<Defect> defects = new ArrayList<>();
        List<Diagnostic> diagnostics;
        Loaded loaded;
        try {
            loaded = Lint.load(file);
            defects.addAll(loaded.defects());
            diagnostics = STRICT.check(loaded, defects);
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            throw new Violation(
                    "defect: " + e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]),
                    String.valueOf(e.getMessage()));
        }
        if (!defects.isEmpty()) {
            throw new Violation(Outputs.defect(defects.get(0).line()), defects.toString());
        }
        for (InputError error : loaded.errors()) {
            inside(error.at(), "an error");
        }
        for (Diagnostic diagnostic : diagnostics) {
            places(diagnostic);
        }
    }

    private static void places(Diagnostic diagnostic) throws Violation {
        inside(diagnostic.finding().at(), diagnostic.rule());
        for (Label label : diagnostic.finding().related()) {
            inside(label.at(), diagnostic.rule());
        }
        for (Fix fix : diagnostic.finding().fixes()) {
            for (Edit edit : fix.edits()) {
                inside(edit.at(), diagnostic.rule());
            }
        }
    }

    private static void inside(Location at, String what) throws Violation {
        if (at.span().end() > at.file().text().length()) {
            throw new Violation("a place of " + what + " is not in its file", at.toString());
        }
    }
}
