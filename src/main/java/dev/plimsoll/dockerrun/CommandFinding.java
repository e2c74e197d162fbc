package dev.plimsoll.dockerrun;

import dev.plimsoll.diagnostic.Finding;

/**
 * A finding that only the reader can make, since the model no longer shows it: flags, and how words are quoted.
 *
 * @param rule the rule's id
 * @param finding what is said
 */
public record CommandFinding(String rule, Finding finding) {}
