package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** {@code docker stack deploy} passes over the short form of tmpfs and over shm_size. Source: docker/cli cli/compose. */
public final class TmpfsDroppedInSwarm implements ContainerRule {
    @Override
    public String id() {
        return "tmpfs-dropped-in-swarm";
    }

    @Override
    public List<Finding> check(Container container) {
        if (!container.swarm() || container.dialect() != Container.Dialect.COMPOSE) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        String name = container.name().value();
        for (TmpfsMount mount : container.tmpfsMounts()) {
            if (mount.declaration() == TmpfsMount.Declaration.SHORT) {
                findings.add(shortForm(container, mount, findings.isEmpty()));
            }
        }
        if (container.memory().shm().isPresent()) {
            findings.add(FindingDraft.at(container, container.memory().shm())
                    .evidence("/dev/shm")
                    .help("mount a tmpfs at /dev/shm in the long form, with this size")
                    .says("shm_size of \"" + name
                            + "\", which is deployed to a swarm, is ignored: docker stack deploy drops it, and"
                            + " /dev/shm has 64m"));
        }
        return findings;
    }

    /** The first gets a fix, the next when that is made: taken out together they would leave an empty list. */
    private static Finding shortForm(Container container, TmpfsMount mount, boolean first) {
        String title = "write it in the long form";
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw());
        if (first) {
            finding.change(title, Safety.UNSAFE, new Change.WriteLongForm(mount));
        } else {
            finding.help(title);
        }
        return finding.says(mount.description() + " of \"" + container.name().value()
                + "\", which is deployed to a swarm, is in the short form: docker stack deploy silently drops it");
    }
}
