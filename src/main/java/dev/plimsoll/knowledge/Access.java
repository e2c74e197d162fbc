package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.PortRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that anyone may use who reaches its ports: it asks for no password, or for one that everybody knows. */
public final class Access {
    private final TagVersion from;
    private final TagVersion to;
    private final List<Integer> ports;
    private final List<AccessSign> openedBy;
    private final String password;
    private final List<AccessSign> closedBy;
    private final List<ContainerPath> configuration;

    Access(
            TagVersion from,
            TagVersion to,
            List<Integer> ports,
            List<AccessSign> openedBy,
            String password,
            List<AccessSign> closedBy,
            List<ContainerPath> configuration) {
        this.from = from;
        this.to = to;
        this.ports = ports;
        this.openedBy = openedBy;
        this.password = password;
        this.closedBy = closedBy;
        this.configuration = configuration;
    }

    /** The name and password that it starts with and that everybody knows; empty if it asks for none. */
    public String password() {
        return password;
    }

    /** Whether it serves on one of these ports of the container. */
    public boolean servesOn(PortRange range) {
        for (int port : ports) {
            if (range.overlaps(new PortRange(port, port))) {
                return true;
            }
        }
        return false;
    }

    /** What opens it in a container, as one would quote it; empty if nothing has to. */
    public Optional<String> opener(Container container) {
        StartCommand command = new StartCommand(container);
        for (AccessSign sign : openedBy) {
            if (sign.holds(container, command)) {
                return Optional.of(sign.quoted());
            }
        }
        return Optional.empty();
    }

    /** The variable that opens it in a container; empty if none does. */
    public Optional<String> openingVariable(Container container) {
        StartCommand command = new StartCommand(container);
        for (AccessSign sign : openedBy) {
            if (sign.kind() == AccessSign.VARIABLE && sign.holds(container, command)) {
                return Optional.of(sign.name());
            }
        }
        return Optional.empty();
    }

    /** Whether it is open in a container for certain, whose image has these tags. */
    boolean isOpenIn(Container container, TagRules tags) {
        if (!includesVersion(container, tags)
                || !(openedBy.isEmpty() || opener(container).isPresent())) {
            return false;
        }
        StartCommand command = new StartCommand(container);
        boolean ofVariables = false;
        for (AccessSign sign : closedBy) {
            if (sign.mayHold(container, command)) {
                return false;
            }
            ofVariables |= sign.isOfVariables();
        }
        return !command.isHidden()
                && !command.hasReference()
                && !(ofVariables && container.moreEnvironment())
                && !Configuration.isBrought(configuration, container);
    }

    private boolean includesVersion(Container container, TagRules tags) {
        boolean newest = to.is(TagVersion.END);
        if (from.is(TagVersion.FIRST) && newest) {
            return true;
        }
        @Nullable TagVersion version = tags.version(container);
        return version == null
                ? newest && !tags.isHidden(container, true)
                : from.compareTo(version) <= 0 && version.compareTo(to) < 0;
    }
}
