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

/** A database, cache, queue or search engine that asks nobody for a password, at a port that everybody reaches. */
public final class OpenDatabase implements ProjectRule {
    static final String LOOPBACK = "127.0.0.1";

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public OpenDatabase(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "open-database";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : project.containers()) {
            Optional<Server> server = OpenPorts.server(container, OpenPorts.of(container, project), images);
            if (server.isPresent()) {
                findings.add(finding(container, server.get()));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, Server server) {
        Located<Value<PortMapping>> first = server.ports().get(0);
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, first).evidence(server.facts().name());
        for (Located<Value<PortMapping>> other :
                server.ports().subList(1, server.ports().size())) {
            finding.label(other.shown(), "this one too");
        }
        Optional<String> variable = server.access().openingVariable(container);
        if (variable.isPresent() && container.located(variable.get()).isPresent()) {
            finding.label(container.located(variable.get()).get().shown(), "nobody is asked for a password");
        }
        return finding.change(
                        "publish it on " + LOOPBACK + ", where only the host reaches it",
                        Safety.UNSAFE,
                        new Change.BindPorts(server.ports(), LOOPBACK))
                .says("\"" + container.name().value() + "\" (" + server.facts().name() + ") "
                        + letsIn(container, server)
                        + ", and " + OpenPorts.named(first)
                        + (OpenPorts.named(first).startsWith("ports ") ? " are" : " is")
                        + " open on all addresses of the host, past the host's firewall");
    }

    private static String letsIn(Container container, Server server) {
        if (!server.access().password().isEmpty()) {
            return "starts with the well-known password " + server.access().password();
        }
        Optional<String> opener = server.access().opener(container);
        return opener.isPresent() ? "asks for no password with " + opener.get() : "asks for no password";
    }
}
