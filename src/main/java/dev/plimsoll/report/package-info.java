/** Reports, one class a format. */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
