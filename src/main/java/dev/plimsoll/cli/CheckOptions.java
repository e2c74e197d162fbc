package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.session.Options;
import java.util.List;
import java.util.Optional;

/**
 * What {@code plimsoll check} is asked to do.
 *
 * @param run what is read and how it is judged
 * @param outputs the reports, {@code FORMAT[=FILE]} as written; empty for the text report
 * @param color when standard output has colours, as written
 * @param quiet whether the text report ends without its summary
 * @param verbose whether to say what was read
 * @param allowNoFiles whether nothing to lint is no failure
 * @param statistics whether to count findings by rule
 * @param grouping whether one cause in several services is told once
 * @param failOnGiven whether the command line says what fails, in place of configurations
 * @param failOn the severity from which on findings fail; empty if none do
 * @param fix whether fixes are made
 * @param diff whether fixes are shown and not made
 * @param ignoreReason the reason of comments that ignore what is found; empty to write none
 */
record CheckOptions(
        Options run,
        List<String> outputs,
        String color,
        boolean quiet,
        boolean verbose,
        boolean allowNoFiles,
        boolean statistics,
        boolean grouping,
        boolean failOnGiven,
        Optional<Severity> failOn,
        boolean fix,
        boolean diff,
        Optional<String> ignoreReason) {
    /** What is asked of fixes. */
    FixOptions fixes() {
        return new FixOptions(run, fix && !diff, allowNoFiles, quiet, verbose);
    }
}
