/** What users of other linters bring along: which of our rules stand for theirs, and what their configurations mean here. */
@NullMarked
package dev.plimsoll.migration;

import org.jspecify.annotations.NullMarked;
