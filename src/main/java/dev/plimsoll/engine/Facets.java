package dev.plimsoll.engine;

import dev.plimsoll.catalog.Facet;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.MemoryTuning;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Relations;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What occurs in a project, found in one pass over its model. What is not known occurs: a facet may be there where a rule
 * then finds nothing, and never the other way round.
 */
final class Facets {
    /** UTF-16 units of the shortest text that takes 45 bits: see dev.plimsoll.credential. */
    private static final int LEAST_CREDENTIAL = 10;

    /** UTF-16 units of the shortest token of a known form, and of letters alone that may be a credential. */
    private static final int LEAST_TOKEN = 20;

    /** A list, since a set of an enum's values finds out by reflection which there are. */
    private final List<Facet> occurring = new ArrayList<>();

    private Facets() {
        occurring.add(Facet.ANY);
    }

    /** Those of a project. */
    static Facets of(Project project) {
        Facets facets = new Facets();
        for (Container container : project.containers()) {
            facets.add(container);
        }
        facets.add(Facet.BUILD, !project.builds().isEmpty());
        for (Resource resource : project.resources()) {
            facets.add(resource);
        }
        return facets;
    }

    /** As if everything occurred that a rule's class can look at. */
    static Facets all() {
        Facets facets = new Facets();
        for (Facet facet : Facet.values()) {
            facets.add(facet, facet != Facet.TEXT);
        }
        return facets;
    }

    /** Whether one of these occurs. */
    boolean haveAny(List<Facet> wanted) {
        // without an iterator: each rule asks of each project
        for (int i = 0; i < wanted.size(); i++) {
            if (have(wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it occurs. */
    boolean have(Facet facet) {
        return occurring.contains(facet);
    }

    private void add(Facet facet, boolean occurs) {
        if (occurs && !have(facet)) {
            occurring.add(facet);
        }
    }

    private void add(Container container) {
        add(Facet.BUILD, !container.build().isAbsent());
        add(Facet.COMMANDS, container.dialect() != Container.Dialect.COMPOSE);
        add(
                Facet.ENVIRONMENT,
                !container.environment().isEmpty() || !container.command().isAbsent());
        add(Facet.CREDENTIALS, mayHoldCredentials(container));
        add(Facet.HEALTHCHECK, !container.healthCheck().isAbsent());
        add(Facet.IMAGE, !container.image().isAbsent() || !container.build().isAbsent());
        add(Facet.UNTAGGED, mayBeUntagged(container.image()));
        add(Facet.IPC, !container.host().ipc().isAbsent());
        add(Facet.LOGGING, !container.host().logging().isAbsent());
        add(Facet.PASSED_VARIABLES, passesVariables(container));
        add(Facet.PORTS, !container.ports().isEmpty());
        add(Facet.READ_ONLY, !container.host().readOnlyRoot().isAbsent());
        add(Facet.REPLICAS, !container.replicas().isAbsent());
        add(
                Facet.RESTART,
                !container.host().restart().isAbsent()
                        || !container.host().deployedRestart().isAbsent());
        Privileges privileges = container.host().privileges().orNull();
        if (privileges != null) {
            add(privileges);
        }
        add(container.memory());
        add(container.relations());
        for (Mount mount : container.mounts()) {
            add(mount);
        }
        for (Mount mount : container.replaced()) {
            add(mount);
        }
    }

    private static boolean mayHoldCredentials(Container container) {
        Build build = container.build().orNull();
        CommandLine command = container.command().orNull();
        return mayHoldCredential(container.environment().values())
                || (build != null && mayHoldCredential(build.args().values()))
                || (command != null && mayHoldCredential(command.arguments()));
    }

    private static boolean mayHoldCredential(Collection<Located<Value<String>>> values) {
        for (Located<Value<String>> value : values) {
            if (mayBeCredential(value.value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is as long and as mixed as a credential: few values are, and what judges them costs classes. */
    private static boolean mayBeCredential(Value<String> value) {
        String text = value.known().orElse("");
        if (text.length() < LEAST_CREDENTIAL) {
            return false;
        }
        int scheme = text.indexOf("://");
        if (scheme > 0 && text.lastIndexOf(' ', scheme) < 0) {
            int colon = text.indexOf(':', scheme + "://".length());
            boolean user = colon >= 0 && text.indexOf('@', colon) >= 0;
            return user || text.indexOf('=', scheme) >= 0 || mayHoldToken(text);
        }
        if (text.charAt(0) == '/') {
            return text.indexOf('=') >= 0 || mayHoldToken(text);
        }
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            digit |= Character.isDigit(text.charAt(i));
        }
        return digit || text.length() >= LEAST_TOKEN;
    }

    /** Whether so many signs of tokens stand together in a path or address. */
    private static boolean mayHoldToken(String text) {
        int together = 0;
        for (int i = 0; i < text.length() && together < LEAST_TOKEN; i++) {
            char c = text.charAt(i);
            together = Character.isLetterOrDigit(c) || c == '-' || c == '_' ? together + 1 : 0;
        }
        return together >= LEAST_TOKEN;
    }

    private static boolean passesVariables(Container container) {
        for (Located<Value<String>> variable : container.environment().values()) {
            if (variable.value().isInherited()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeUntagged(Field<ImageReference> image) {
        ImageReference known = image.orNull();
        String tag = known == null ? "" : known.tag().orElse("");
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) >= '0' && tag.charAt(i) <= '9') {
                return false;
            }
        }
        return !image.isAbsent();
    }

    private void add(MemoryLimits memory) {
        add(Facet.MEMORY, !memory.limit().isAbsent());
        add(Facet.MISSPELLED_SIZE, !memory.misspelled().isEmpty());
        add(Facet.RESERVATION, !memory.reservation().isAbsent());
        add(Facet.SHM, !memory.shm().isAbsent());
        add(Facet.SWAP, !memory.swap().isAbsent());
        MemoryTuning tuning = memory.tuning();
        add(Facet.TUNING, !tuning.swappiness().isAbsent());
        add(Facet.TUNING, !tuning.oomKillDisable().isAbsent());
        add(Facet.TUNING, !tuning.oomScoreAdjust().isAbsent());
        add(Facet.TUNING, !tuning.kernelMemory().isAbsent());
    }

    private void add(Privileges privileges) {
        add(Facet.API_SOCKET, !privileges.apiSocket().isAbsent());
        add(
                Facet.CAPABILITIES,
                !privileges.capAdd().isAbsent() || !privileges.capDrop().isAbsent());
        add(Facet.CGROUP_PARENT, !privileges.cgroupParent().isAbsent());
        add(Facet.DEVICES, !privileges.devices().isEmpty());
        add(Facet.PID, !privileges.pid().isAbsent());
        add(Facet.PRIVILEGED, !privileges.privileged().isAbsent());
        add(Facet.SECURITY_OPTIONS, !privileges.securityOptions().isAbsent());
        add(Facet.USERNS, !privileges.userns().isAbsent());
    }

    private void add(Relations relations) {
        add(Facet.CONTAINER_NAME, !relations.containerName().isAbsent());
        add(Facet.DEPENDS_ON, !relations.dependencies().isEmpty());
        add(Facet.LIMITS, !relations.limitPairs().isEmpty());
        add(Facet.NETWORK_MODE, !relations.networkMode().isAbsent());
        add(Facet.REPLICAS, !relations.scale().isAbsent());
        add(Facet.REPLICAS, !relations.deployReplicas().isAbsent());
        for (ResourceUse use : relations.uses()) {
            add(used(use.kind()), true);
        }
    }

    private void add(Mount mount) {
        add(
                Facet.RELATIVE_TARGETS,
                mount.path().isEmpty() && mount.target().value().known().isPresent());
        add(Facet.VOLATILE_BINDS, isVolatile(mount.hostPlace()));
        boolean device = mount instanceof VolumeMount volume && volume.device().isPresent();
        add(Facet.BINDS, mount instanceof BindMount || device);
        add(Facet.VOLUMES, mount instanceof VolumeMount);
        // what a volume cannot take may have been meant for a tmpfs
        add(Facet.TMPFS, mount instanceof TmpfsMount || !mount.foreign().isEmpty());
    }

    /** Whether a path of the host may be one that a restart empties; the rule looks closer. */
    private static boolean isVolatile(String path) {
        return path.startsWith("/run") || path.startsWith("/dev/shm") || path.startsWith("/tmp");
    }

    private void add(Resource resource) {
        if (resource.kind() == ResourceKind.VOLUME) {
            add(Facet.DECLARED_VOLUMES, true);
            add(Facet.DRIVER_OPTIONS, !resource.driverOptions().isEmpty());
        } else {
            add(used(resource.kind()), true);
        }
    }

    private static Facet used(ResourceKind kind) {
        // a switch on an enum would be one more class to load
        if (kind == ResourceKind.NETWORK) {
            return Facet.NETWORKS;
        }
        if (kind == ResourceKind.VOLUME) {
            return Facet.VOLUMES;
        }
        if (kind == ResourceKind.SECRET) {
            return Facet.SECRETS;
        }
        return kind == ResourceKind.CONFIG ? Facet.CONFIGS : Facet.MODELS;
    }
}
