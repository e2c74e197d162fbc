package dev.plimsoll.report;

import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import java.util.ArrayList;
import java.util.List;

/** What came of a run, in one line without a final period. */
public final class Summary {
    private Summary() {}

    /** As in {@code 2 errors, 1 warning in 3 files; 1 input error}. */
    public static String of(LintResult result) {
        return found(result) + ignored(result) + inputErrors(result);
    }

    /** The findings and files. */
    static String found(LintResult result) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = result.count(severity);
            if (count > 0) {
                parts.add(counted(count, severity.label()));
            }
        }
        String found = parts.isEmpty() ? "no findings" : String.join(", ", parts);
        return found + " in " + counted(result.files(), result.running() ? "container" : "file");
    }

    /** What was kept back, behind a semicolon; empty if nothing was. */
    static String ignored(LintResult result) {
        int count = result.suppressed().size();
        return count == 0 ? "" : "; " + count + " ignored";
    }

    /** What could not be read and is no finding, behind a semicolon; empty if all could. */
    static String inputErrors(LintResult result) {
        // a run without errors does not load the class
        int count = result.errors().isEmpty() ? 0 : InputErrors.untold(result).size();
        return count == 0 ? "" : "; " + counted(count, "input error");
    }

    /** A number with its noun: {@code 1 finding}, {@code 2 findings}. */
    public static String counted(int count, String noun) {
        return counted(count, noun, noun + "s");
    }

    /** A number with what follows it: {@code 1 finding is}, {@code 2 findings are}. */
    public static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
