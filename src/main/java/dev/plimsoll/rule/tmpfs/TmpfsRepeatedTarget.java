package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two mounts at one path, a tmpfs among them. Compose from 2025 on refuses to load them; before, one
 * of the two is lost. Of a docker command the engine refuses some. Source: compose-go loader/validate.go, moby
 * daemon/volumes_unix.go, testdata/engine/tmpfs-repeated-target.
 */
public final class TmpfsRepeatedTarget implements ContainerRule {
    private static final String COVERED = "both are mounted, and one covers the other";

    @Override
    public String id() {
        return "tmpfs-repeated-target";
    }

    @Override
    public List<Finding> check(Container container) {
        List<TmpfsMount> tmpfs = container.tmpfsMounts();
        if (tmpfs.isEmpty() && !hasReplacedTmpfs(container)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<ContainerPath, Mount> first = new HashMap<>();
        for (Mount mount : container.mounts()) {
            Optional<ContainerPath> path = mount.path();
            Mount before = path.isPresent() ? first.putIfAbsent(path.get(), mount) : null;
            if (before != null) {
                add(container, before, mount, findings);
            }
        }
        for (Mount mount : container.replaced()) {
            Optional<ContainerPath> path = mount.path();
            Mount kept = path.isPresent() ? first.get(path.get()) : null;
            if (kept != null) {
                addReplaced(container, mount, kept, findings);
            }
        }
        return findings;
    }

    private static boolean hasReplacedTmpfs(Container container) {
        for (Mount mount : container.replaced()) {
            if (mount instanceof TmpfsMount) {
                return true;
            }
        }
        return false;
    }

    private static void add(Container container, Mount before, Mount mount, List<Finding> findings) {
        boolean both = before instanceof TmpfsMount && mount instanceof TmpfsMount;
        boolean same = both && sameOptions((TmpfsMount) before, (TmpfsMount) mount);
        if ((!isTmpfs(before) && !isTmpfs(mount)) || (same && isTakenTwice(container, mount))) {
            return;
        }
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw())
                .label(before.declared().shown(), "mounted here too");
        if (both && mergeable((TmpfsMount) before, (TmpfsMount) mount)) {
            finding.change(
                    "combine the options of both", Safety.SAFE, new Change.MergeTmpfs((TmpfsMount) before, (TmpfsMount)
                            mount));
        } else if (sameFile(before, mount)) {
            finding.help("keep one of the two");
        } else {
            finding.help(
                    "keep one of the two: with volumes: !override [] (or tmpfs: !override []) the later file replaces"
                            + " what the earlier one mounts");
        }
        if (container.dialect() == Container.Dialect.COMPOSE && compared(before).equals(compared(mount))) {
            finding.stopsLoading();
        }
        findings.add(finding.says(message(container, before, mount, both)));
    }

    private static boolean sameFile(Mount one, Mount other) {
        return one.declared()
                .at()
                .file()
                .path()
                .equals(other.declared().at().file().path());
    }

    /** Whether the same entry may be written twice: {@code --tmpfs}, and whatever podman makes of two. */
    private static boolean isTakenTwice(Container container, Mount mount) {
        return container.dialect() == Container.Dialect.PODMAN
                || (container.dialect() == Container.Dialect.DOCKER && !isMountFlag(mount));
    }

    /** Whether a flag of a docker command is {@code --mount}: its value says what it is the target of. */
    private static boolean isMountFlag(Mount mount) {
        String value = mount.declared().value();
        return mount instanceof TmpfsMount tmpfs
                ? tmpfs.declaration() == TmpfsMount.Declaration.LONG
                : value.contains("target=") || value.contains("dst=") || value.contains("destination=");
    }

    /** What the engine does with two flags at one path. */
    private static String outcome(Mount before, Mount mount) {
        boolean sameText =
                before.target().value().raw().equals(mount.target().value().raw());
        boolean shortTmpfs = isShort(before) || isShort(mount);
        Mount other = isShort(before) ? mount : before;
        boolean named = other instanceof BindMount
                || (other instanceof VolumeMount volume && volume.source().isPresent());
        if (!shortTmpfs || (sameText && named && !isMountFlag(other))) {
            return "the engine refuses to create the container";
        }
        if (!sameText || (other instanceof TmpfsMount && isMountFlag(other))) {
            return COVERED;
        }
        if (other instanceof TmpfsMount) {
            return "the client uses only the last";
        }
        return named ? "the tmpfs is mounted, and nothing reaches the volume" : "the tmpfs is mounted";
    }

    private static boolean isShort(Mount mount) {
        return mount instanceof TmpfsMount tmpfs && tmpfs.declaration() == TmpfsMount.Declaration.SHORT;
    }

    /** What Compose 2.40.3 compares: the short form's target as it is written, with a slash at its end or without. */
    private static String compared(Mount mount) {
        Optional<ContainerPath> path = mount.path();
        return isShort(mount) || path.isEmpty()
                ? mount.target().value().raw()
                : path.get().value();
    }

    private static String message(Container container, Mount before, Mount mount, boolean both) {
        String twice =
                mount.target().value().raw() + " of \"" + container.name().value() + "\" ";
        String lost = both ? "lose the options of one" : "leave the volume empty";
        String what = twice + (both ? "is mounted twice as tmpfs: " : "is both a tmpfs and a volume: ");
        if (container.dialect() != Container.Dialect.COMPOSE) {
            return what + (container.dialect() == Container.Dialect.DOCKER ? outcome(before, mount) : lost);
        }
        return what
                + (compared(before).equals(compared(mount))
                        ? "newer versions of Compose refuse to load the project, older ones " + lost
                        : COVERED);
    }

    private static void addReplaced(Container container, Mount lost, Mount kept, List<Finding> findings) {
        boolean both = lost instanceof TmpfsMount && kept instanceof TmpfsMount;
        if ((!isTmpfs(lost) && !isTmpfs(kept)) || (both && sameOptions((TmpfsMount) lost, (TmpfsMount) kept))) {
            return;
        }
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, lost.declared())
                .evidence(lost.target().value().raw())
                .label(kept.declared().shown(), "this one is used");
        if (both && mergeable((TmpfsMount) kept, (TmpfsMount) lost)) {
            finding.change(
                    "combine the options of both", Safety.SAFE, new Change.MergeTmpfs((TmpfsMount) kept, (TmpfsMount)
                            lost));
        } else {
            finding.help("keep one of the two");
        }
        findings.add(finding.says(lost.target().value().raw() + " of \""
                + container.name().value() + "\" is mounted twice in one list: Compose silently drops this entry"));
    }

    private static boolean isTmpfs(Mount mount) {
        return mount instanceof TmpfsMount tmpfs && tmpfs.isOwn();
    }

    /** Whether both are mount options whose union is what was meant. */
    private static boolean mergeable(TmpfsMount a, TmpfsMount b) {
        boolean shortForms =
                a.declaration() == TmpfsMount.Declaration.SHORT && b.declaration() == TmpfsMount.Declaration.SHORT;
        return shortForms && a.isWhollyKnown() && b.isWhollyKnown() && agree(a, b) && a.readOnly() == b.readOnly();
    }

    private static boolean agree(TmpfsMount a, TmpfsMount b) {
        for (Located<TmpfsOption> option : a.options()) {
            String key = option.value().key();
            Optional<Located<TmpfsOption>> other = b.option(key);
            boolean differs = other.isPresent()
                    && !other.get().value().value().equals(option.value().value());
            if (differs || b.option(opposite(key)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static String opposite(String flag) {
        return switch (flag) {
            case "ro" -> "rw";
            case "rw" -> "ro";
            default -> flag.startsWith("no") ? flag.substring(2) : "no" + flag;
        };
    }

    private static boolean sameOptions(TmpfsMount a, TmpfsMount b) {
        if (a.declaration() == TmpfsMount.Declaration.SHORT) {
            return b.declaration() == a.declaration()
                    && a.declared().value().equals(b.declared().value());
        }
        return a.size().known().equals(b.size().known())
                && a.mode().known().equals(b.mode().known())
                && a.readOnly() == b.readOnly();
    }
}
