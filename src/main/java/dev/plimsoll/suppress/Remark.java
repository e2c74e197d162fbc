package dev.plimsoll.suppress;

import dev.plimsoll.diagnostic.Finding;

/**
 * A finding about a suppression itself.
 *
 * @param rule the rule's id
 * @param finding what is said
 */
public record Remark(String rule, Finding finding) {}
