/** The html report: one page that needs nothing else. */
@NullMarked
package dev.plimsoll.report.html;

import org.jspecify.annotations.NullMarked;
