package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;

/**
 * A fix that was not made.
 *
 * @param diagnostic what it should have removed; its place is that of the text as it stayed
 * @param fix the fix
 * @param reason why not: lower case, no final period
 */
public record Refused(Diagnostic diagnostic, Fix fix, String reason) {}
