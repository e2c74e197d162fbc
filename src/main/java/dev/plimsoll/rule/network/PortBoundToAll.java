package dev.plimsoll.rule.network;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.network.OpenPorts.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports that everybody reaches who reaches the host. */
public final class PortBoundToAll implements ProjectRule {
    private final ImageCatalog images;
    private final String allowed;

    /**
     * A rule that leaves some ports out.
     *
     * @param images knows these images
     * @param allow ports of the host that are for everybody, separated by blanks
     */
    public PortBoundToAll(ImageCatalog images, String allow) {
        this.images = images;
        this.allowed = ' ' + allow + ' ';
    }

    @Override
    public String id() {
        return "port-bound-to-all";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : project.containers()) {
            List<Located<Value<PortMapping>>> open = new ArrayList<>(OpenPorts.of(container, project));
            Optional<Server> server = OpenPorts.server(container, open, images);
            if (server.isPresent()) {
                // open-database speaks of these
                open.removeAll(server.get().ports());
            }
            List<Located<Value<PortMapping>>> told = new ArrayList<>(open.size());
            for (Located<Value<PortMapping>> port : open) {
                String published =
                        port.value().known().orElseThrow().published().orElse("");
                if (allowed.indexOf(' ' + published + ' ') < 0 || published.isEmpty()) {
                    told.add(port);
                }
            }
            if (!told.isEmpty()) {
                findings.add(finding(container, told));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, List<Located<Value<PortMapping>>> ports) {
        Located<Value<PortMapping>> first = ports.get(0);
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, first);
        for (Located<Value<PortMapping>> other : ports.subList(1, ports.size())) {
            finding.label(other.shown(), "this one too");
        }
        int more = ports.size() - 1;
        return finding.change(
                        "publish it on " + OpenDatabase.LOOPBACK + " if only programs on the host use it",
                        Safety.UNSAFE,
                        new Change.BindPorts(ports, OpenDatabase.LOOPBACK))
                .says("\"" + container.name().value() + "\" publishes " + OpenPorts.named(first)
                        + (more == 0 ? "" : " and " + more + " more")
                        + " on all addresses of the host, past the host's firewall");
    }
}
