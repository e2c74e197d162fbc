package dev.plimsoll.lsp;

import com.google.gson.JsonObject;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.Refused;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.session.FixRun;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.suppress.IgnoreWriter;
import dev.plimsoll.suppress.Suppressions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about findings: their fixes, comments that ignore them, their pages. A fix is tried before it is offered
 * as edits, as on the command line: what would bring another finding is not made.
 */
final class CodeActions {
    /** Makes all fixes that change no running container. */
    static final String FIX_ALL = CodeActionKind.SourceFixAll + ".plimsoll";

    /** The command that shows a rule's page; its one argument is the rule. */
    static final String EXPLAIN = "plimsoll.explain";

    /** What stands for the reason of a comment that ignores a finding, to be written over. */
    static final String REASON = "say why";

    private final Columns columns;
    private final Published published;
    private final Edits edits;
    private final ConfigIgnores configIgnores;

    CodeActions(Buffers buffers, Columns columns, Published published, ConfigIgnores configIgnores) {
        this.columns = columns;
        this.published = published;
        this.edits = new Edits(buffers, columns);
        this.configIgnores = configIgnores;
    }

    /**
     * The actions for a part of a document.
     *
     * @param later whether the edits of fixes are asked for when one is chosen
     */
    List<CodeAction> of(CodeActionParams params, Buffer buffer, Analyses analyses, boolean later) throws IOException {
        List<CodeAction> actions = new ArrayList<>();
        List<String> only =
                params.getContext() == null ? null : params.getContext().getOnly();
        boolean quick = wants(only, CodeActionKind.QuickFix);
        for (Analysis analysis : quick ? analyses.of(buffer.file()) : List.<Analysis>of()) {
            for (Diagnostic diagnostic : analysis.diagnostics()) {
                if (isAt(diagnostic, analysis, buffer, params.getRange())) {
                    add(diagnostic, analysis, buffer, later, actions);
                }
            }
        }
        if (wants(only, FIX_ALL)) {
            for (Analysis analysis : analyses.of(buffer.file())) {
                fixAll(analysis, buffer, later, only != null, actions);
            }
        }
        return actions;
    }

    private static boolean wants(@Nullable List<String> only, String kind) {
        if (only == null || only.isEmpty()) {
            return true;
        }
        for (String wanted : only) {
            if (kind.equals(wanted) || kind.startsWith(wanted + ".") || wanted.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(Diagnostic diagnostic, Analysis analysis, Buffer buffer, Range range) {
        Location at = diagnostic.finding().at();
        if (!analysis.isOf(at.file(), buffer.file())) {
            return false;
        }
        Range own = columns.range(at);
        boolean before = compare(own.getEnd(), range.getStart()) < 0;
        boolean behind = compare(own.getStart(), range.getEnd()) > 0;
        return !before && !behind;
    }

    private static int compare(org.eclipse.lsp4j.Position a, org.eclipse.lsp4j.Position b) {
        return a.getLine() != b.getLine()
                ? Integer.compare(a.getLine(), b.getLine())
                : Integer.compare(a.getCharacter(), b.getCharacter());
    }

    private void add(Diagnostic diagnostic, Analysis analysis, Buffer buffer, boolean later, List<CodeAction> actions)
            throws IOException {
        org.eclipse.lsp4j.Diagnostic told = published.of(analysis, diagnostic);
        int number = 0;
        for (Fix fix : diagnostic.finding().fixes()) {
            CodeAction action = new CodeAction(sentence(fix.title()));
            action.setKind(CodeActionKind.QuickFix);
            action.setDiagnostics(List.of(told));
            action.setIsPreferred(fix.safety() == Safety.SAFE && number == 0);
            if (later) {
                action.setData(data(buffer, analysis, diagnostic, number));
                actions.add(action);
            } else {
                Attempt attempt = attempt(analysis, new Selection.One(diagnostic, fix));
                if (attempt.edit() != null) {
                    action.setEdit(attempt.edit());
                    actions.add(action);
                }
            }
            number++;
        }
        if (!diagnostic.category().equals(Suppressions.CATEGORY)) {
            ignore(diagnostic, analysis, buffer, told, actions);
        }
        CodeAction explain = new CodeAction("Explain " + diagnostic.rule());
        explain.setKind(CodeActionKind.QuickFix);
        explain.setDiagnostics(List.of(told));
        explain.setCommand(new Command("Explain " + diagnostic.rule(), EXPLAIN, List.of(diagnostic.rule())));
        actions.add(explain);
    }

    private static String sentence(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private void ignore(
            Diagnostic diagnostic,
            Analysis analysis,
            Buffer buffer,
            org.eclipse.lsp4j.Diagnostic told,
            List<CodeAction> actions) {
        SourceFile source = analysis.source(buffer.file());
        if (source == null) {
            return;
        }
        IgnoreWriter.Target target = new IgnoreWriter.Target(
                diagnostic.rule(), diagnostic.finding().at().span().start());
        Optional<String> text = IgnoreWriter.write(source, List.of(target), REASON);
        if (text.isPresent()) {
            CodeAction here = new CodeAction("Ignore " + diagnostic.rule() + " here\u2026");
            here.setKind(CodeActionKind.QuickFix);
            here.setDiagnostics(List.of(told));
            FixedFile file = new FixedFile(source, new SourceFile(source.path(), text.get()));
            here.setEdit(edits.of(List.of(file), analysis.directory()));
            actions.add(here);
        }
        WorkspaceEdit edit = configIgnores.edit(diagnostic, buffer, analysis);
        if (edit != null) {
            CodeAction everywhere = new CodeAction("Ignore " + diagnostic.rule() + " in .plimsoll.yaml\u2026");
            everywhere.setKind(CodeActionKind.QuickFix);
            everywhere.setDiagnostics(List.of(told));
            everywhere.setEdit(edit);
            actions.add(everywhere);
        }
    }

    private void fixAll(Analysis analysis, Buffer buffer, boolean later, boolean asked, List<CodeAction> actions)
            throws IOException {
        boolean any = false;
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            any |= Selection.all(false).of(diagnostic) != null;
        }
        if (!any) {
            return;
        }
        CodeAction all = new CodeAction("Make all safe fixes of Plimsoll");
        all.setKind(FIX_ALL);
        // one that is asked for by its kind, as on saving, is made at once
        if (later && !asked) {
            all.setData(data(buffer, analysis, null, 0));
            actions.add(all);
            return;
        }
        Attempt attempt = attempt(analysis, Selection.all(false));
        if (attempt.edit() != null) {
            all.setEdit(attempt.edit());
            actions.add(all);
        }
    }

    private static JsonObject data(Buffer buffer, Analysis analysis, @Nullable Diagnostic diagnostic, int number) {
        JsonObject data = new JsonObject();
        data.addProperty("uri", buffer.uri());
        data.addProperty("analysis", analysis.version());
        data.addProperty(
                "finding", diagnostic == null ? -1 : analysis.diagnostics().indexOf(diagnostic));
        data.addProperty("fix", number);
        return data;
    }

    /**
     * What came of trying.
     *
     * @param edit null if nothing is changed
     * @param refusal why not
     */
    private record Attempt(@Nullable WorkspaceEdit edit, String refusal) {}

    private Attempt attempt(Analysis analysis, Selection selection) throws IOException {
        try {
            FixRun run = new FixRun(analysis.projects(), LintRun.of(analysis.projects(), null), selection);
            run.lint(List.of(analysis.unit()));
            List<FixedFile> files = new ArrayList<>();
            String reason = "nothing would change";
            for (Fixed fixed : run.fixed()) {
                files.addAll(fixed.files());
                for (Refused refused : fixed.refused()) {
                    reason = refused.reason();
                }
            }
            return files.isEmpty() ? new Attempt(null, reason) : new Attempt(edits.of(files, analysis.directory()), "");
        } catch (InputException e) {
            return new Attempt(null, e.error().message());
        }
    }

    /**
     * Adds its edit to an action that was chosen.
     *
     * @return why there is none; empty if there is
     */
    Optional<String> resolve(CodeAction action, Analyses analyses) throws IOException {
        if (!(action.getData() instanceof JsonObject data) || action.getEdit() != null) {
            return Optional.empty();
        }
        long version = data.get("analysis").getAsLong();
        int finding = data.get("finding").getAsInt();
        int number = data.get("fix").getAsInt();
        for (Analysis analysis : analyses.all()) {
            if (analysis.version() == version
                    && finding < analysis.diagnostics().size()) {
                Selection selection = Selection.all(false);
                if (finding >= 0) {
                    Diagnostic diagnostic = analysis.diagnostics().get(finding);
                    List<Fix> fixes = diagnostic.finding().fixes();
                    if (number < 0 || number >= fixes.size()) {
                        break;
                    }
                    selection = new Selection.One(diagnostic, fixes.get(number));
                }
                Attempt attempt = attempt(analysis, selection);
                if (attempt.edit() == null) {
                    return Optional.of(attempt.refusal());
                }
                action.setEdit(attempt.edit());
                return Optional.empty();
            }
        }
        return Optional.of("the text has changed since");
    }
}
