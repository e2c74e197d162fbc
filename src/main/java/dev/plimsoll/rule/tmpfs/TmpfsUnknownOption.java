package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An option outside of the engine's list passes every check and fails when the container starts. */
public final class TmpfsUnknownOption implements DeclaredTmpfsRule {
    // source of both lists: moby/sys mount/flags_unix.go, MergeTmpfsOptions
    private static final Set<String> KEYS = Set.of("size", "mode", "uid", "gid", "nr_inodes", "nr_blocks", "mpol");
    private static final Set<String> FLAGS = Set.of(
            "defaults",
            "ro",
            "rw",
            "suid",
            "nosuid",
            "dev",
            "nodev",
            "exec",
            "noexec",
            "sync",
            "async",
            "dirsync",
            "mand",
            "nomand",
            "atime",
            "noatime",
            "diratime",
            "nodiratime",
            "unbindable",
            "runbindable",
            "private",
            "rprivate",
            "shared",
            "rshared",
            "slave",
            "rslave",
            "relatime",
            "norelatime",
            "strictatime",
            "nostrictatime");
    /** On the engine's list, and the mount fails. Source: testdata/engine/tmpfs-unknown-option/bind.yaml. */
    private static final Set<String> FAILING = Set.of("bind", "rbind", "remount");

    // source: podman-run(1)
    private static final Set<String> PODMAN_FLAGS = Set.of("noswap", "tmpcopyup", "notmpcopyup");

    private static final String MOUNT_PREFIX = "tmpfs-";

    @Override
    public String id() {
        return "tmpfs-unknown-option";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        // a volume's options go to the kernel as they are, and the long form has none
        if (mount.declaration() != TmpfsMount.Declaration.SHORT) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Located<TmpfsOption> option : mount.options()) {
            if (option.value().known() && !isTaken(option.value(), mount, declared.container())) {
                findings.add(finding(declared.container(), mount, option));
            }
        }
        return findings;
    }

    private static boolean isTaken(TmpfsOption option, TmpfsMount mount, Container container) {
        if (option.value().isPresent()) {
            return KEYS.contains(option.key());
        }
        // "/tmp:" has no options at all
        boolean nothing = option.key().isEmpty() && mount.options().size() == 1;
        boolean podman = container.dialect() == Container.Dialect.PODMAN
                && (PODMAN_FLAGS.contains(option.key()) || FAILING.contains(option.key()));
        return nothing || podman || FLAGS.contains(option.key());
    }

    private static Finding finding(Container container, TmpfsMount mount, Located<TmpfsOption> located) {
        TmpfsOption option = located.value();
        String name = container.name().value();
        boolean isWritten = located.at().text().indexOf('$') < 0;
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, located)
                .evidence(mount.target().value().raw() + " "
                        + (isWritten ? option.key() : located.at().text()));
        if (option.key().isEmpty() && option.value().isEmpty()) {
            return finding.change("remove the comma", Safety.SAFE, new Change.RemoveTmpfsOption(mount, located))
                    .says(mount.description() + " has an empty option: \"" + name
                            + "\" loads, but the engine refuses to start it");
        }
        suggest(finding, mount, located);
        String whole =
                option.value().isPresent() ? option.key() + "=" + option.value().get() : option.key();
        String written = isWritten ? whole : located.at().text();
        boolean failing = option.value().isEmpty() && FAILING.contains(option.key());
        return finding.says("\"" + written + "\" of " + mount.description()
                + (failing
                        ? " is an option that no tmpfs can be mounted with: \""
                        : " is not an option the engine knows: \"")
                + name
                + "\" loads, but does not start");
    }

    private static void suggest(
            FindingDraft<Change.OfContainer> finding, TmpfsMount mount, Located<TmpfsOption> located) {
        TmpfsOption option = located.value();
        String key = option.key();
        String bare = key.startsWith(MOUNT_PREFIX) ? key.substring(MOUNT_PREFIX.length()) : key;
        if (!bare.equals(key) && KEYS.contains(bare) && option.value().isPresent()) {
            finding.change("write " + bare + "=", Safety.SAFE, new Change.RenameTmpfsOption(mount, located, bare));
        } else if (key.equals("noswap")) {
            finding.help("remove it; a swap limit equal to the memory limit keeps tmpfs out of swap");
        } else if (KEYS.contains(key)) {
            finding.help("give it a value: " + key + "=…");
        } else {
            finding.help("remove it");
        }
    }
}
