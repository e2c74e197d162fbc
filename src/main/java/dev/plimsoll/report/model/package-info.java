/** The resolved model as JSON. */
@NullMarked
package dev.plimsoll.report.model;

import org.jspecify.annotations.NullMarked;
