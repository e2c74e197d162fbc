package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortRange;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A port of the host that is asked for twice: the engine binds it once. */
public final class PortConflict implements ProjectRule {
    /** Ports that one address of a port, or ranges, are compared with; bounds the time that a made-up file takes. */
    private static final int MAX_COMPARED = 500;

    @Override
    public String id() {
        return "port-conflict";
    }

    @Override
    public List<Finding> check(Project project) {
        Taken taken = new Taken(project);
        List<Finding> findings = new ArrayList<>();
        List<Finding> scaled = new ArrayList<>(0);
        for (Container container : project.containers()) {
            for (Located<Value<PortMapping>> port : container.publishedPorts()) {
                Binding binding = Binding.of(container, port);
                if (binding != null) {
                    @Nullable Binding other = taken.take(binding);
                    if (other != null) {
                        findings.add(finding(binding, other, taken.alternatives()));
                    }
                }
            }
            scaled(container, scaled);
        }
        if (findings.size() > 1 && Alternatives.isMenu(project)) {
            findings = Alternatives.ofMenu(findings, "host port");
        }
        scaled.addAll(0, findings);
        return scaled;
    }

    private static Finding finding(Binding binding, Binding other, Alternatives alternatives) {
        String name = binding.container.name().value();
        boolean same = name.equals(other.container.name().value());
        PortRange shared = new PortRange(
                Math.max(binding.ports.first(), other.ports.first()),
                Math.min(binding.ports.last(), other.ports.last()));
        return FindingDraft.at(binding.container, binding.place)
                .evidence(binding.protocol + " " + binding.place.value().raw())
                .label(other.place.shown(), "taken here")
                .says(
                        same
                                ? "host " + published(shared) + " twice by \"" + name + "\": it cannot start"
                                : "host " + named(shared) + " of \"" + name
                                        + (shared.size() == 1 ? "\" is published by \"" : "\" are published by \"")
                                        + other.container.name().value() + "\" too"
                                        + alternatives.profile(binding.container, other.container)
                                        + ": the one that comes second cannot start");
    }

    private static String published(PortRange ports) {
        return named(ports) + (ports.size() == 1 ? " is" : " are") + " published";
    }

    private static String named(PortRange ports) {
        return ports.size() == 1 ? "port " + ports.first() : "ports " + ports.first() + "-" + ports.last();
    }

    /** Each container of a service asks for the port. In a swarm they share it. */
    private static void scaled(Container container, List<Finding> findings) {
        Field<Integer> scale = container.relations().scale();
        Field<Integer> number = scale.isPresent() || container.swarm() ? scale : container.replicas();
        int count = number.known().orElse(1);
        for (Located<Value<PortMapping>> port : count < 2 ? noPorts() : container.publishedPorts()) {
            String who = count + " containers of \"" + container.name().value() + "\"";
            Binding binding = Binding.of(container, port);
            PortRange free = freeOnes(port);
            String conflict = null;
            if (binding != null) {
                conflict = "host " + published(binding.ports) + " by each of the " + who + ": only one can start";
            } else if (free != null && free.size() < count) {
                conflict = "the range " + free.first() + "-" + free.last() + " has " + free.size() + " host ports for "
                        + who + ": only " + free.size() + " can start";
            }
            if (conflict != null) {
                findings.add(FindingDraft.at(container, port)
                        .evidence("scale " + port.value().raw())
                        .label(number, "how many")
                        .help("publish a range, from which each container takes a port, or no host port at all")
                        .says(conflict));
            }
        }
    }

    /** The ports from which each container takes one: a range for one port of the container; null for anything else. */
    private static @Nullable PortRange freeOnes(Located<Value<PortMapping>> place) {
        PortMapping port = place.value().known().orElse(null);
        if (port == null || port.published().isEmpty()) {
            return null;
        }
        PortRange range = PortRange.of(port.published().get());
        if (range.size() < 2 || range.first() <= 0) {
            return null;
        }
        return PortRange.of(port.target()).size() == 1 ? range : null;
    }

    private static List<Located<Value<PortMapping>>> noPorts() {
        return List.of();
    }

    /** Ports of the host that a container takes for certain. */
    private record Binding(
            Container container, Located<Value<PortMapping>> place, String ip, PortRange ports, String protocol) {
        /** What an entry binds; null if that is not known or left to the engine. */
        static @Nullable Binding of(Container container, Located<Value<PortMapping>> place) {
            PortMapping port = place.value().known().orElse(null);
            if (port == null || port.published().isEmpty()) {
                return null;
            }
            PortRange published = PortRange.of(port.published().get());
            // of a range for one port the engine takes what is free; port 0 is any
            boolean certain = published.size() == PortRange.of(port.target()).size();
            if (!certain || published.size() == 0 || published.first() == 0) {
                return null;
            }
            String ip = port.hostIp().orElse("");
            return new Binding(container, place, ip, published, port.protocol().toLowerCase(Locale.ROOT));
        }

        boolean overlaps(Binding other) {
            return ports.overlaps(other.ports) && protocol.equals(other.protocol) && sameAddress(ip, other.ip);
        }

        /** No address is all addresses of both families; 0.0.0.0 and :: are all of theirs. */
        private static boolean sameAddress(String one, String other) {
            if (one.isEmpty() || other.isEmpty() || one.equalsIgnoreCase(other)) {
                return true;
            }
            boolean six = one.indexOf(':') >= 0;
            if (six != other.indexOf(':') >= 0) {
                return false;
            }
            String all = six ? "::" : "0.0.0.0";
            return one.equals(all) || other.equals(all);
        }
    }

    /** What is taken so far. What conflicts with it is not added: it has been spoken of. */
    private static final class Taken {
        private final Project project;
        private @Nullable Alternatives alternatives;
        private final Map<Integer, List<Binding>> byPort = new HashMap<>();
        private final List<Binding> ranges = new ArrayList<>();

        Taken(Project project) {
            this.project = project;
        }

        /** Loaded only where two services want the same. */
        Alternatives alternatives() {
            Alternatives known = alternatives == null ? Alternatives.of(project) : alternatives;
            alternatives = known;
            return known;
        }

        /** Adds a binding; the one that it conflicts with if there is one. */
        @Nullable
        Binding take(Binding binding) {
            @Nullable Binding found = conflict(binding, ranges);
            boolean range = binding.ports.size() > 1;
            if (range && ranges.size() >= MAX_COMPARED) {
                return found;
            }
            for (int port = binding.ports.first(); found == null && port <= binding.ports.last(); port++) {
                @Nullable List<Binding> others = byPort.get(port);
                found = others == null ? null : conflict(binding, others);
            }
            if (found != null) {
                return found;
            }
            List<Binding> list = range ? ranges : ofPort(binding.ports.first());
            if (list.size() < MAX_COMPARED) {
                list.add(binding);
            }
            return null;
        }

        private List<Binding> ofPort(int port) {
            @Nullable List<Binding> known = byPort.get(port);
            if (known != null) {
                return known;
            }
            List<Binding> made = new ArrayList<>(1);
            byPort.put(port, made);
            return made;
        }

        private @Nullable Binding conflict(Binding binding, List<Binding> others) {
            for (Binding other : others) {
                if (binding.overlaps(other) && !alternatives().are(binding.container, other.container)) {
                    return other;
                }
            }
            return null;
        }
    }
}
