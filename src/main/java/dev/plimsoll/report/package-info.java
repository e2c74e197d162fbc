/** Reports, one class per format. */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
