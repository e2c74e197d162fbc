package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.PathWords;
import dev.plimsoll.rule.SecretTmpfs;
import java.util.List;
import java.util.Optional;

/** A tmpfs begins empty, so one that nobody may write stays so. */
public final class TmpfsReadOnly implements DeclaredTmpfsRule {
    private static final ContainerPath SECRETS = new ContainerPath("/run/secrets");
    private static final ByteSize PAGE = new ByteSize(4096);
    private static final ContainerPath PROC = new ContainerPath("/proc");
    private static final ContainerPath SYS = new ContainerPath("/sys");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsReadOnly(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-read-only";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        Container container = declared.container();
        Optional<ContainerPath> path = mount.path();
        boolean asked = mount.isOwn() && mount.readOnly() && mount.isWhollyKnown() && path.isPresent();
        return asked
                        && container.hasComparableMounts()
                        && isWanted(path.get(), mount, container)
                        && !isMask(path.get(), mount, container)
                        && !isFilled(path.get(), container)
                ? List.of(finding(container, mount))
                : List.of();
    }

    /**
     * Whether something is to be found there: files of the program, or secrets. Most read-only tmpfs mounts of other paths
     * hide a directory of the image on purpose, and so does one without room for a file.
     */
    private static boolean isWanted(ContainerPath path, TmpfsMount mount, Container container) {
        Optional<ByteSize> bytes = mount.bytes();
        boolean room =
                mount.size().isAbsent() || (bytes.isPresent() && bytes.get().exceeds(PAGE));
        return room && (SecretTmpfs.isSecret(path) || PathWords.isDisposable(path) || isNamed(path, container));
    }

    private static boolean isNamed(ContainerPath path, Container container) {
        for (Located<Value<String>> value : container.environment().values()) {
            Optional<String> known = value.value().known();
            Optional<ContainerPath> named = known.isPresent() ? ContainerPath.of(known.get()) : Optional.empty();
            if (named.isPresent() && named.get().isAtOrBelow(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it hides what another mount, the kernel or the image brings there, which is then its purpose. */
    private boolean isMask(ContainerPath path, TmpfsMount mount, Container container) {
        if (path.isAtOrBelow(PROC) || path.isAtOrBelow(SYS) || container.build().isPresent()) {
            return true;
        }
        for (Mount other : container.mounts()) {
            Optional<ContainerPath> above = other.path();
            if (!other.equals(mount) && above.isPresent() && path.isAtOrBelow(above.get())) {
                return true;
            }
        }
        Optional<ImageFacts> facts = images.of(container);
        if (facts.isPresent()) {
            for (ContainerPath content : facts.get().contentPaths()) {
                if (path.isAtOrBelow(content)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether something is mounted below it: it then holds no more than the mount points. */
    private static boolean isFilled(ContainerPath path, Container container) {
        for (Mount other : container.mounts()) {
            Optional<ContainerPath> below = other.path();
            if (below.isEmpty()
                    || (below.get().isAtOrBelow(path) && !below.get().equals(path))) {
                return true;
            }
        }
        for (ResourceUse use : container.relations().uses()) {
            boolean mounted = use.kind() == ResourceKind.SECRET && SECRETS.isAtOrBelow(path);
            if (mounted || use.kind() == ResourceKind.CONFIG) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Container container, TmpfsMount mount) {
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw());
        Optional<Located<TmpfsOption>> option = mount.flag("ro", "rw");
        if (option.isPresent()) {
            finding.change("remove ro", Safety.UNSAFE, new Change.RemoveTmpfsOption(mount, option.get()));
        } else {
            Located<String> setting = mount.declared().with("read_only");
            finding.change("make it writable", Safety.UNSAFE, new Change.RemoveMountSetting(mount, setting));
        }
        return finding.says(mount.description() + " of \"" + container.name().value()
                + "\" is read-only: it is empty, and nothing can ever be written to it");
    }
}
