package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.PathWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tmpfs around a volume: what is written beside the volume is lost. */
public final class TmpfsParentOfVolume implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-parent-of-volume";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        Optional<ContainerPath> path = mount.path();
        boolean volatileRoot = path.isPresent() && mount.isOwn() && !mount.readOnly();
        if (!volatileRoot
                || path.get().value().equals("/")
                || PathWords.isDisposable(path.get())
                || !declared.container().hasComparableMounts()) {
            return List.of();
        }
        Mount nested = nested(path.get(), declared.container());
        return nested == null ? List.of() : List.of(finding(declared.container(), mount, nested));
    }

    /** The first mount below a path that keeps what is written to it. */
    private static @Nullable Mount nested(ContainerPath path, Container container) {
        for (Mount mount : container.mounts()) {
            boolean keeps = (mount instanceof VolumeMount volume && !volume.readOnly())
                    || (mount instanceof BindMount bind && !bind.readOnly());
            Optional<ContainerPath> target = keeps ? mount.path() : Optional.empty();
            if (target.isPresent()
                    && target.get().isAtOrBelow(path)
                    && !target.get().equals(path)) {
                return mount;
            }
        }
        return null;
    }

    private static Finding finding(Container container, TmpfsMount mount, Mount nested) {
        String below = nested.target().value().raw();
        return FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw())
                .label(nested.declared().shown(), "this part is kept")
                .help("mount the volume at " + mount.target().value().raw() + " if the rest is to be kept too")
                .says(mount.description() + " of \"" + container.name().value() + "\" contains " + below
                        + ", which is kept: everything else written there is lost when the container stops");
    }
}
