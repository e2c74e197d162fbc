package dev.plimsoll.rule.storage;

import java.util.Set;

/** The words that may follow a volume's second colon. */
final class VolumeOptions {
    /** What Compose and the engine take. Source: compose-go format/volume.go; moby volume/mounts/linux_parser.go. */
    private static final Set<String> KNOWN = Set.of("ro", "rw", "z", "Z", "nocopy");

    /** How mounts below it spread between host and container. */
    private static final Set<String> PROPAGATION =
            Set.of("shared", "slave", "private", "rshared", "rslave", "rprivate");

    /** For Docker Desktop's old file sharing; nothing looks at them since 2022. Source: Docker Desktop release notes 4.6. */
    private static final Set<String> OBSOLETE = Set.of("cached", "delegated", "consistent");

    private static final Set<String> SPREADING = Set.of("shared", "rshared", "slave", "rslave");

    private VolumeOptions() {}

    static boolean isKnown(String option) {
        return KNOWN.contains(option) || PROPAGATION.contains(option);
    }

    static boolean isObsolete(String option) {
        return OBSOLETE.contains(option);
    }

    /** Whether mounts made on the host later appear in the container. */
    static boolean isSpreading(String option) {
        return SPREADING.contains(option);
    }
}
