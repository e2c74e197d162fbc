package dev.plimsoll.diagnostic;

/**
 * A finding with its rule, made where no class of a rule can make it: by a reader, since the model no longer shows what is
 * wrong, or about a suppression. The engine stamps it, and leaves it out where its rule does not run.
 *
 * @param rule the rule's id
 * @param finding what is said
 */
public record RuleFinding(String rule, Finding finding) {}
