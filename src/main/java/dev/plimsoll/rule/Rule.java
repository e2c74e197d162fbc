package dev.plimsoll.rule;

/**
 * A check. It has no state and no severity: it is given a part of the model and returns what it finds. The page
 * {@code rules/<id>.md} says the rest of it.
 */
public sealed interface Rule permits ContainerRule, ProjectRule, DeclaredTmpfsRule {
    /** The permanent name: the class name in kebab case. */
    String id();
}
