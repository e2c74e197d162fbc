package dev.plimsoll.compose.check;

import dev.plimsoll.diagnostic.Finding;

/**
 * A finding that only the reader can make, since the model no longer shows it: wrong syntax, what does not resolve.
 *
 * @param rule the rule's id
 * @param finding what is said
 */
public record LoadFinding(String rule, Finding finding) {}
