package dev.plimsoll.rule.network;

import dev.plimsoll.knowledge.Access;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortRange;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ServerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports that are published on all addresses of the host, and the servers behind them that let anyone in. */
final class OpenPorts {
    /** What containers are published to that join no network but their project's, or docker's own. */
    private static final String BRIDGE = "bridge";

    private OpenPorts() {}

    /**
     * A server that lets anyone in who reaches its ports.
     *
     * @param facts its image
     * @param access how it lets them in
     * @param ports its ports that are published on all addresses; at least one
     */
    record Server(ImageFacts facts, Access access, List<Located<Value<PortMapping>>> ports) {
        Server {
            ports = List.copyOf(ports);
        }
    }

    /** Those of a container that are published on all addresses for certain. */
    static List<Located<Value<PortMapping>>> of(Container container, Project project) {
        List<Located<Value<PortMapping>>> open = new ArrayList<>(0);
        for (Located<Value<PortMapping>> port : container.publishedPorts()) {
            Optional<PortMapping> known = port.value().known();
            if (known.isPresent() && known.get().isOnAllAddresses()) {
                open.add(port);
            }
        }
        return open.isEmpty() || mayBeClosed(container, project) ? List.of() : open;
    }

    /** The open server that a container is; empty if it is none, is for tests, or if that is not known. */
    static Optional<Server> server(Container container, List<Located<Value<PortMapping>>> open, ImageCatalog images) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<ImageFacts> facts = images.of(container);
        Optional<Access> access = facts.isPresent() ? facts.get().access(container) : Optional.empty();
        if (facts.isEmpty()
                || access.isEmpty()
                || !ServerCommand.isRunBy(container)
                || TestingNames.sign(container).isPresent()) {
            return Optional.empty();
        }
        List<Located<Value<PortMapping>>> served = new ArrayList<>(1);
        for (Located<Value<PortMapping>> port : open) {
            Optional<PortMapping> mapping = port.value().known();
            if (mapping.isPresent()
                    && access.get().servesOn(PortRange.of(mapping.get().target()))) {
                served.add(port);
            }
        }
        return served.isEmpty() ? Optional.empty() : Optional.of(new Server(facts.get(), access.get(), served));
    }

    /** Whether one of its networks says where ports are published, or publishes none. */
    private static boolean mayBeClosed(Container container, Project project) {
        for (ResourceUse use : container.relations().uses()) {
            if (use.kind() == ResourceKind.NETWORK
                    && mayBeClosed(use.name().value().known().orElse(""), project)) {
                return true;
            }
        }
        return mayBeClosed("default", project);
    }

    private static boolean mayBeClosed(String network, Project project) {
        for (Resource resource : project.resources()) {
            if (resource.kind() == ResourceKind.NETWORK && resource.name().equals(network)) {
                String driver = resource.driver().isEmpty()
                        ? BRIDGE
                        : resource.driver().get().value().known().orElse("");
                return resource.has("internal")
                        || !resource.driverOptions().isEmpty()
                        || !(driver.equals(BRIDGE) || driver.equals("overlay"));
            }
        }
        return false;
    }

    /** The host's port, as messages name it; what a variable holds is not theirs to tell. */
    static String named(Located<Value<PortMapping>> port) {
        PortMapping mapping = port.value().known().orElseThrow();
        Optional<String> published = mapping.published();
        boolean ofVariable = port.at().text().indexOf('$') >= 0;
        if (published.isEmpty() || published.get().equals("0") || ofVariable) {
            return "a port";
        }
        return (published.get().indexOf('-') < 0 ? "port " : "ports ") + published.get();
    }
}
