package dev.plimsoll.rule;

import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.SwapLimit;
import dev.plimsoll.model.TmpfsMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tmpfs mounts whose path says that they hold secrets. */
public final class SecretTmpfs {
    /** Words of a directory's name, between {@code -}, {@code _} and {@code .}. */
    private static final Set<String> WORDS = Set.of(
            "secret",
            "secrets",
            "credential",
            "credentials",
            "creds",
            "password",
            "passwords",
            "passphrase",
            "passphrases",
            "privatekey",
            "privkey",
            "secure",
            "sensitive",
            "confidential");

    /** Names that count whole: as a word of another name they mean other things. */
    private static final Set<String> NAMES = Set.of(
            ".ssh", ".gnupg", ".aws", "keys", "keyring", "keyrings", "keystore", "private-key", "private-keys", "tls");

    private SecretTmpfs() {}

    /** Those of a container that can be filled. */
    public static List<TmpfsMount> of(Container container) {
        List<TmpfsMount> mounts = container.tmpfsMounts();
        List<TmpfsMount> found = new ArrayList<>(0);
        for (TmpfsMount mount : mounts) {
            if (!mount.readOnly() && mount.isWhollyKnown() && isSecret(mount)) {
                found.add(mount);
            }
        }
        return found;
    }

    /**
     * Those that the kernel may write to disk: of a container whose swap is not limited to nothing. None where another
     * rule speaks of the same swap limit because it is refused or has no bound, nor for tests.
     */
    public static List<TmpfsMount> swappable(Container container) {
        List<TmpfsMount> found = of(container);
        if (found.isEmpty()
                || !maySwap(container)
                || TestingNames.sign(container).isPresent()) {
            return List.of();
        }
        List<TmpfsMount> swappable = new ArrayList<>(found.size());
        for (TmpfsMount mount : found) {
            if (mount.option("noswap").isEmpty()) {
                swappable.add(mount);
            }
        }
        return swappable;
    }

    private static boolean maySwap(Container container) {
        MemoryLimits memory = container.memory();
        // docker stack deploy refuses memswap_limit
        if (container.swarm()) {
            return false;
        }
        if (!memory.swap().isPresent()) {
            boolean limited = memory.limit().isAbsent() || container.limit().isPresent();
            return memory.swap().isAbsent() && limited;
        }
        SwapLimit swap = memory.swap().orNull();
        Optional<ByteSize> limit = container.limit();
        if (swap == null || limit.isEmpty()) {
            return false;
        }
        return !swap.unlimited() && swap.total().exceeds(limit.get());
    }

    private static boolean isSecret(TmpfsMount mount) {
        Optional<ContainerPath> path = mount.path();
        return path.isPresent() && isSecret(path.get());
    }

    /** Whether a path says that secrets lie there. */
    public static boolean isSecret(ContainerPath path) {
        for (String part : path.parts()) {
            String name = part.toLowerCase(Locale.ROOT);
            if (NAMES.contains(name) || PathWords.hasWord(name, WORDS)) {
                return true;
            }
        }
        return false;
    }
}
