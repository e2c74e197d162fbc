package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The report for people: the place, the lines with their causes, the way out as a diff, and a summary. */
public final class TextReporter implements Reporter {
    private final TextStyle style;
    private final Colors colors;
    private final boolean summary;

    /**
     * A text report.
     *
     * @param style how to draw it
     * @param summary whether to end with the summary line
     */
    public TextReporter(TextStyle style, boolean summary) {
        this.style = style;
        this.colors = style.colors();
        this.summary = summary;
    }

    private record Mark(Location at, boolean primary, String message) {}

    /** A class of its own, loaded where there are marks. */
    private static final class ByPlace implements Comparator<Mark> {
        @Override
        public int compare(Mark a, Mark b) {
            return Integer.compare(a.at().span().start(), b.at().span().start());
        }
    }

    @Override
    public void write(LintResult result, ReportOutput out) throws IOException {
        Set<String> explained = new HashSet<>();
        List<Diagnostic> byPlace = result.diagnostics();
        for (Diagnostic diagnostic : byPlace.size() < 2 ? byPlace : ReadersOrder.of(byPlace)) {
            ConciseReporter.headline(diagnostic, colors, out.text());
            body(diagnostic, explained.add(diagnostic.rule()), out.text());
            out.text().append('\n');
            out.pause();
        }
        if (summary) {
            summarize(result, out.text());
        }
    }

    private void body(Diagnostic diagnostic, boolean firstOfRule, StringBuilder out) {
        Finding finding = diagnostic.finding().forReports();
        List<LineDiff.Hunk> hunks = finding.fixes().isEmpty() || finding.confidential()
                ? List.of()
                : LineDiff.of(finding.fixes().get(0));
        Frame frame = new Frame(Frame.gutter(finding.at(), finding.related(), hunks), style, out);
        frame.place(finding.at());
        frame.bar();
        List<Mark> elsewhere = new ArrayList<>();
        marks(finding, frame, diagnostic.severity(), elsewhere);
        for (Mark mark : elsewhere) {
            frame.otherFile(mark.at());
            frame.show(mark.at(), '-', colors.frame(), mark.message());
        }
        frame.bar();
        if (finding.help().isPresent()) {
            String unsafe = finding.fixes().isEmpty()
                    ? ""
                    : " (" + finding.fixes().get(0).safety().label() + " fix)";
            frame.sentences("help", Printable.line(finding.help().get()) + unsafe);
        }
        diff(hunks, frame);
        if (firstOfRule) {
            String rule = diagnostic.rule();
            frame.note("page", style.link(RulePages.url(rule), RulePages.command(rule)));
        }
    }

    private void marks(Finding finding, Frame frame, Severity severity, List<Mark> elsewhere) {
        List<Mark> here = new ArrayList<>();
        here.add(new Mark(finding.at(), true, ""));
        for (Label label : finding.related()) {
            boolean sameFile = label.at().file() == finding.at().file();
            (sameFile ? here : elsewhere).add(new Mark(label.at(), false, label.message()));
        }
        here.sort(new ByPlace());
        int last = 0;
        for (Mark mark : here) {
            int line = mark.at().start().line();
            if (last != 0 && line > last + 1) {
                frame.gap();
            }
            String color = mark.primary() ? colors.severity(severity) : colors.frame();
            frame.show(mark.at(), mark.primary() ? '^' : '-', color, mark.message(), line != last);
            last = line;
        }
    }

    private static void diff(List<LineDiff.Hunk> hunks, Frame frame) {
        for (LineDiff.Hunk hunk : hunks) {
            for (int i = 0; i < hunk.removed().size(); i++) {
                frame.changed('-', hunk.line() + i, hunk.removed().get(i), LineDiff.opposite(i, hunk.added()));
            }
            for (int i = 0; i < hunk.added().size(); i++) {
                frame.changed('+', hunk.lineAfter() + i, hunk.added().get(i), LineDiff.opposite(i, hunk.removed()));
            }
        }
    }

    private void summarize(LintResult result, StringBuilder out) {
        out.append(colors.bold())
                .append(Summary.found(result))
                .append(colors.reset())
                .append(Summary.ignored(result))
                .append(Summary.inputErrors(result))
                .append(fixable(result))
                .append('\n');
    }

    private static String fixable(LintResult result) {
        int safe = result.fixable(Safety.SAFE);
        int unsafe = result.fixable(Safety.UNSAFE);
        if (safe == 0) {
            return unsafe == 0 ? "" : "; " + unsafe + " fixable with --fix --unsafe-fixes";
        }
        return "; " + safe + " fixable with --fix" + (unsafe == 0 ? "" : ", " + unsafe + " more with --unsafe-fixes");
    }
}
