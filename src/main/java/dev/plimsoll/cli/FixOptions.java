package dev.plimsoll.cli;

import dev.plimsoll.session.Options;

/**
 * What is asked of fixes.
 *
 * @param run what is read and how it is judged
 * @param write whether files are changed, or only shown how they would be
 * @param allowNoFiles whether nothing to fix is no failure
 * @param quiet whether to leave out the summary
 * @param verbose whether to say what was read
 */
record FixOptions(Options run, boolean write, boolean allowNoFiles, boolean quiet, boolean verbose) {}
