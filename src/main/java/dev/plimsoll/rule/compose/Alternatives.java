package dev.plimsoll.rule.compose;

import dev.plimsoll.model.Container;

/** Containers that are never on together. */
final class Alternatives {
    private Alternatives() {}

    /**
     * Whether two containers are meant as alternatives: each has profiles, and none in common. Nobody forbids to switch
     * two profiles on, but whoever writes two such services means one of them. Of two docker commands nobody knows whether
     * they are run together.
     */
    static boolean are(Container one, Container other) {
        boolean commands = one.dialect() != Container.Dialect.COMPOSE;
        if (commands) {
            return !one.name().equals(other.name());
        }
        if (one.profiles().isEmpty() || other.profiles().isEmpty()) {
            return false;
        }
        for (String profile : one.profiles()) {
            if (other.profiles().contains(profile)) {
                return false;
            }
        }
        return true;
    }
}
