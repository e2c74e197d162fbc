package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Containers of a project that are never on together. */
final class Alternatives {
    /** Profiles that cannot be switched on: a service with nothing to run has them. */
    private final Set<String> broken = new HashSet<>();

    private Alternatives(Project project) {
        for (Container container : project.containers()) {
            if (isNothingToRun(container)) {
                broken.addAll(container.profiles());
            }
        }
    }

    static Alternatives of(Project project) {
        return new Alternatives(project);
    }

    /** Services of which nobody starts all: more without a profile are a menu to choose from. */
    private static final int MOST_TOGETHER = 30;

    /** Whether a project is a menu of services to choose from, none of which has a profile. */
    static boolean isMenu(Project project) {
        for (Container container : project.containers()) {
            if (!container.profiles().isEmpty() || container.dialect() != Container.Dialect.COMPOSE) {
                return false;
            }
        }
        return project.containers().size() > MOST_TOGETHER;
    }

    /** What is said of several conflicts in a menu: the first one for all. */
    static List<Finding> ofMenu(List<Finding> conflicts, String what) {
        Finding first = conflicts.get(0);
        int more = conflicts.size() - 1;
        Finding.Builder all = Finding.at(first.at())
                .evidence(first.evidence())
                .help("put services that are not started together into profiles, or into files of their own");
        if (first.container().isPresent()) {
            all.container(first.container().get());
        }
        if (first.through().isPresent()) {
            all.through(first.through().get());
        }
        for (Label label : first.related()) {
            all.label(label.at(), label.message());
        }
        return List.of(all.says(
                first.message() + ", and " + more + " more " + what + (more == 1 ? " is" : "s are") + " wanted twice"));
    }

    /** Whether a service has neither image nor build: others extend it, or another file completes it. */
    static boolean isNothingToRun(Container container) {
        return !container.image().isPresent() && !container.build().isPresent();
    }

    /**
     * Whether two containers are meant as alternatives: each has profiles, and none in common that can be switched on.
     * Nobody forbids to switch two profiles on, but whoever writes two such services means one of them. Of two docker
     * commands nobody knows whether they are run together.
     */
    boolean are(Container one, Container other) {
        boolean commands = one.dialect() != Container.Dialect.COMPOSE;
        if (commands) {
            return !one.name().equals(other.name());
        }
        if (isNothingToRun(one) || isNothingToRun(other)) {
            return true;
        }
        return !one.profiles().isEmpty() && !other.profiles().isEmpty() && shared(one, other) == null;
    }

    /** Words that name the profile that switches both on, for a message; empty if there is none to name. */
    String profile(Container one, Container other) {
        @Nullable String shared = shared(one, other);
        // a name that a variable made is not shown
        boolean written = shared != null && one.name().at().file().text().contains(shared);
        return written ? ", in the profile \"" + shared + "\"" : "";
    }

    private @Nullable String shared(Container one, Container other) {
        for (String profile : one.profiles()) {
            if (other.profiles().contains(profile) && !broken.contains(profile)) {
                return profile;
            }
        }
        return null;
    }
}
