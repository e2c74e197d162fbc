package dev.plimsoll.rule.lifecycle;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.RestartPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Containers that are to run until somebody stops them, as far as their project shows. */
final class LastingContainers {
    private static final String COMPLETED = "service_completed_successfully";

    private LastingContainers() {}

    /**
     * The containers of a project without those that do one thing and end: another service waits for their end, they are
     * told not to be started again, a profile switches them on, or a command runs in the foreground or removes them.
     */
    static List<Container> of(Project project) {
        Set<String> completed = completed(project);
        List<Container> lasting = new ArrayList<>();
        for (Container container : project.containers()) {
            if (!completed.contains(container.name().value())
                    && container.profiles().isEmpty()
                    && container.host().background()
                    && !container.host().removedOnExit()
                    && !isToStayDown(container)) {
                lasting.add(container);
            }
        }
        return lasting;
    }

    private static Set<String> completed(Project project) {
        Set<String> names = new HashSet<>();
        for (Container container : project.containers()) {
            for (Dependency dependency : container.relations().dependencies()) {
                if (dependency.condition().orElse("").equals(COMPLETED)) {
                    names.add(dependency.service().value());
                }
            }
        }
        return names;
    }

    private static boolean isToStayDown(Container container) {
        RestartPolicy deployed = container.host().deployedRestart().orNull();
        return deployed == null
                ? container.host().restart().known().orElse("").equals("no")
                : deployed.condition().known().orElse("").equals("none");
    }
}
