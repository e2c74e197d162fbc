package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shared memory of a service that keeps its own to itself, which is the engine's default. Source: moby
 * daemon/container_operations_unix.go (getIPCContainer), testdata/engine/ipc-not-shareable.
 */
public final class IpcNotShareable implements ProjectRule {
    @Override
    public String id() {
        return "ipc-not-shareable";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        Map<String, Container> byName = new HashMap<>();
        for (Container container : project.containers()) {
            byName.put(container.name().value(), container);
        }
        for (Container container : project.containers()) {
            for (Dependency dependency : container.relations().dependencies()) {
                @Nullable
                Container donor = dependency.reason() == Dependency.Reason.IPC
                        ? byName.get(dependency.service().value())
                        : null;
                if (donor != null && isPrivate(donor.host().ipc())) {
                    findings.add(finding(container, donor));
                }
            }
        }
        return findings;
    }

    private static boolean isPrivate(Field<String> ipc) {
        String mode = ipc.orNull();
        return ipc.isAbsent() || (mode != null && (mode.isEmpty() || mode.equals("private") || mode.equals("none")));
    }

    private static Finding finding(Container container, Container donor) {
        String name = donor.name().value();
        Field<String> own = donor.host().ipc();
        return FindingDraft.at(container, container.host().ipc())
                .label(own.isAbsent() ? donor.name().shown() : own.place(), "keeps its shared memory to itself")
                .help("set ipc: shareable in \"" + name + "\"")
                .says("\"" + container.name().value() + "\" asks for the shared memory of \"" + name
                        + "\", which is not shareable: the engine refuses to start it");
    }
}
