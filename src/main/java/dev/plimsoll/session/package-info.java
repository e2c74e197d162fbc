/**
 * What one run does: finds the files that it is to look at and what goes with them, loads their projects, lints them and
 * makes their fixes, as configurations, comments and baselines say. Whoever asks gives {@link Options} and a
 * {@link dev.plimsoll.source.FileView}, and shows what comes of it: nothing here knows words of a command line, the terminal
 * or exit codes.
 */
@NullMarked
package dev.plimsoll.session;

import org.jspecify.annotations.NullMarked;
