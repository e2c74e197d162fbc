package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A size for a {@code /dev/shm} that the container does not have. Source: moby daemon/container_operations_unix.go. */
public final class ShmUnused implements ContainerRule {
    @Override
    public String id() {
        return "shm-unused";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<ByteSize> shm = container.memory().shm();
        if (!shm.isPresent()) {
            return List.of();
        }
        String ipc = container.host().ipc().orNull();
        String owner = ipc == null ? "" : owner(ipc);
        if (!owner.isEmpty()) {
            return List.of(finding(container)
                    .label(container.host().ipc(), "decides /dev/shm")
                    .change("remove it", Safety.SAFE, new Change.RemoveSetting(Setting.SHM))
                    .says(message(
                            container, "with ipc \"" + container.host().ipc().raw() + "\" " + owner)));
        }
        Mount mount = Shm.mount(container);
        if (mount == null) {
            return List.of();
        }
        FindingDraft<Change.OfContainer> finding =
                finding(container).label(mount.declared().shown(), "mounted in its place");
        boolean unsized = mount instanceof TmpfsMount tmpfs && tmpfs.size().isAbsent();
        if (unsized) {
            // without it, tmpfs-unbounded would speak of the mount
            finding.help("give this size to the tmpfs at /dev/shm, and remove it here");
        } else {
            finding.change("remove it", Safety.SAFE, new Change.RemoveSetting(Setting.SHM));
        }
        return List.of(finding.says(message(container, "something else is mounted at /dev/shm")));
    }

    private static FindingDraft<Change.OfContainer> finding(Container container) {
        return FindingDraft.at(container, container.memory().shm());
    }

    private static String message(Container container, String why) {
        Container.Dialect dialect = container.dialect();
        String key = dialect == Container.Dialect.COMPOSE ? Setting.SHM.key() : Setting.SHM.flag();
        return key + " " + container.memory().shm().raw() + " of \""
                + container.name().value() + "\" is not used: " + why;
    }

    /** Whose shared memory an ipc mode gives; empty if the container has its own. */
    private static String owner(String ipc) {
        if (ipc.equals("host")) {
            return "it has the host's shared memory";
        }
        if (ipc.equals("none")) {
            return "it has no shared memory";
        }
        boolean shared = ipc.startsWith("service:") || ipc.startsWith("container:");
        return shared ? "it has the shared memory of another container" : "";
    }
}
