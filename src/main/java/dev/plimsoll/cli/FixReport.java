package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.fix.Applied;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.Refused;
import dev.plimsoll.fix.UnifiedDiff;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.Summary;
import dev.plimsoll.session.FixRun;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What people are told of fixes: the diff, and on standard error what was fixed and what was not. */
final class FixReport {
    private FixReport() {}

    /** The changes of all files, each below what changes. */
    static String diff(FixRun run) {
        Map<String, String> byPath = new TreeMap<>();
        for (Fixed fixed : run.fixed()) {
            for (FixedFile file : fixed.files()) {
                byPath.put(file.before().path(), headings(fixed, file) + UnifiedDiff.of(file));
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

    /** Says on standard error what was not fixed and why, and how much was. */
    static void tell(FixRun run, FixOptions options, Streams streams) {
        int findings = 0;
        Set<String> files = new HashSet<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Fixed fixed : run.fixed()) {
            findings += fixed.applied().size();
            for (FixedFile file : fixed.files()) {
                files.add(file.before().path());
            }
            for (Refused refused : fixed.refused()) {
                lines.add(line(refused.diagnostic(), refused.reason()));
            }
            for (Diagnostic diagnostic : fixed.left().diagnostics()) {
                Optional<String> reason = diagnostic.finding().refusal();
                if (reason.isPresent()) {
                    lines.add(line(diagnostic, reason.get()));
                }
            }
        }
        for (String line : lines) {
            streams.complain(line);
        }
        Notices.written(run.written(), streams);
        if (!options.quiet()) {
            String none = run.anyUnwritten() ? "nothing fixed" : "nothing to fix";
            String what = findings == 0
                    ? none
                    : (options.write() ? "fixed " : "would fix ") + Summary.counted(findings, "finding") + " in "
                            + Summary.counted(files.size(), "file");
            int more = run.unsafeLeft();
            streams.complain(what + (more == 0 ? "" : "; " + more + " more with --unsafe-fixes"));
        }
    }

    private static String line(Diagnostic diagnostic, String reason) {
        return Streams.place(diagnostic.finding().at()) + diagnostic.rule() + " is not fixed: " + reason;
    }
}
