package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortRange;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A published port that only privileged programs of a host may open. */
public final class PortPrivileged implements ContainerRule {
    private static final PortRange PRIVILEGED = new PortRange(1, 1023);

    @Override
    public String id() {
        return "port-privileged";
    }

    @Override
    public List<Finding> check(Container container) {
        for (Located<Value<PortMapping>> port : container.publishedPorts()) {
            Optional<PortMapping> known = port.value().known();
            if (known.isPresent() && isPrivileged(known.get())) {
                return mayBind(container) ? List.of(finding(container, port, known.get())) : List.of();
            }
        }
        return List.of();
    }

    private static Finding finding(Container container, Located<Value<PortMapping>> port, PortMapping known) {
        return FindingDraft.at(container, port)
                .help("use ports from 1024 on, on the host and in the container")
                .says("\"" + container.name().value() + "\" publishes " + shown(port, known)
                        + ": ports below 1024 are for programs that the host's administrator starts");
    }

    /** The port as it is written, or in one line where it is a mapping, which may have comments in it. */
    private static String shown(Located<Value<PortMapping>> port, PortMapping known) {
        String raw = port.value().raw();
        if (!raw.startsWith("{") && raw.indexOf('\n') < 0) {
            return Located.quoted(port.with(raw));
        }
        return raw.indexOf('$') < 0 ? known.shortForm() : "a privileged port";
    }

    private static boolean isPrivileged(PortMapping port) {
        return PRIVILEGED.overlaps(PortRange.of(port.target()))
                || PRIVILEGED.overlaps(PortRange.of(port.published().orElse("")));
    }

    /** Whether the container keeps the capability to open such a port. */
    private static boolean mayBind(Container container) {
        if (!container.host().capDrop().isAbsent() && container.host().capDrop().orNull() == null) {
            return false;
        }
        boolean dropped = false;
        List<Located<Value<String>>> drops = container.host().capDrop().orNull();
        for (Located<Value<String>> drop : drops == null ? List.<Located<Value<String>>>of() : drops) {
            String name = drop.value().known().orElse(Capability.ALL);
            dropped |= name.equals(Capability.ALL) || name.equals("NET_BIND_SERVICE");
        }
        return !dropped;
    }
}
