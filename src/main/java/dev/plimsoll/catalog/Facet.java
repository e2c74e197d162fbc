package dev.plimsoll.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that a project may have and rules look at: the words of {@code looks-at} in rule pages. A run makes the rules
 * only that look at something which occurs, so a rule names what must be there for it to find anything: one on a missing
 * volume names the image, not the volume.
 */
public enum Facet {
    /** Nothing in particular: any project at all. */
    ANY,
    /** The engine of the client, handed on with its credentials. */
    API_SOCKET,
    /** A directory or file of the host in a container. */
    BINDS,
    /** A service that is built. */
    BUILD,
    /** Capabilities that are added or dropped. */
    CAPABILITIES,
    /** A control group that the container's own is put into. */
    CGROUP_PARENT,
    /** A command of docker or podman. */
    COMMANDS,
    /** A config, declared or used. */
    CONFIGS,
    /** A container's name that is written. */
    CONTAINER_NAME,
    /** A value of a variable or build argument, or a word of a command, that is long enough to be a credential. */
    CREDENTIALS,
    /** A volume that is declared at the top. */
    DECLARED_VOLUMES,
    /** A reference to another service. */
    DEPENDS_ON,
    /** A device of the host in a container. */
    DEVICES,
    /** Options of a declared volume's driver. */
    DRIVER_OPTIONS,
    /** A variable, or a command. */
    ENVIRONMENT,
    /** A health check of a service. */
    HEALTHCHECK,
    /** A container with an image or a build. */
    IMAGE,
    /** An IPC namespace that is named. */
    IPC,
    /** A limit that can be written in two places. */
    LIMITS,
    /** What becomes of a container's output. */
    LOGGING,
    /** A memory limit. */
    MEMORY,
    /** A size that Compose does not take as it was meant. */
    MISSPELLED_SIZE,
    /** A model that is used. */
    MODELS,
    /** The network of the host, of another container or none. */
    NETWORK_MODE,
    /** A network that is used. */
    NETWORKS,
    /** A variable that is passed on to a container without a value. */
    PASSED_VARIABLES,
    /** Processes of the host or of another container that are seen. */
    PID,
    /** A port that is published. */
    PORTS,
    /** Whether a container is privileged. */
    PRIVILEGED,
    /** A root filesystem that may be read-only. */
    READ_ONLY,
    /** A mount at a path that is not absolute. */
    RELATIVE_TARGETS,
    /** A number of replicas. */
    REPLICAS,
    /** A memory reservation. */
    RESERVATION,
    /** When a container is started again. */
    RESTART,
    /** A secret, declared or used. */
    SECRETS,
    /** Options of seccomp, AppArmor, SELinux and the like. */
    SECURITY_OPTIONS,
    /** A size of {@code /dev/shm}. */
    SHM,
    /** A swap limit. */
    SWAP,
    /** What is written, which the model does not show: the readers make the findings, and the rule has no class. */
    TEXT,
    /** A tmpfs mount, or a setting of one. */
    TMPFS,
    /** What the kernel is told to do when memory runs out: swappiness, OOM settings. */
    TUNING,
    /** An image without a tag, or with one in which nothing can be a version. */
    UNTAGGED,
    /** User ids of the host. */
    USERNS,
    /** A bind of a directory of the host that a restart may empty. */
    VOLATILE_BINDS,
    /** A volume in a container, named or anonymous. */
    VOLUMES;

    private static final Facet[] ALL = values();

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in rule pages. */
    public String label() {
        return label;
    }

    /** The facet of a word. */
    public static Optional<Facet> of(String label) {
        for (Facet facet : ALL) {
            if (facet.label.equals(label)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
