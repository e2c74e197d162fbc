package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A volume for data that the server is told not to write. */
public final class VolumeWrittenNever implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public VolumeWrittenNever(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "volume-written-never";
    }

    @Override
    public List<Finding> check(Container container) {
        KeptData kept = container.mounts().isEmpty() ? null : KeptData.of(container, images);
        // of a database the same signals mean that it does not wait for the disk, not that it does not write
        if (kept == null || kept.facts().kind() != ImageKind.CACHE) {
            return List.of();
        }
        Optional<String> off = kept.facts().persistenceOff(container);
        Optional<DataPath> held = kept.held(container);
        if (off.isEmpty() || held.isEmpty()) {
            return List.of();
        }
        Mount mount = container.mountOf(held.get().path()).orElse(null);
        boolean keeps = mount instanceof BindMount
                || (mount instanceof VolumeMount volume && volume.source().isPresent());
        if (mount == null || !keeps) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, mount.declared())
                .evidence(mount.target().value().raw())
                .label(container.effectiveCommand(), off.get())
                .help("leave the volume out, or let the server write: --appendonly yes")
                .says("\"" + container.name().value() + "\" has a place for its data at "
                        + mount.target().value().raw() + ", and " + off.get() + " tells "
                        + kept.facts().name()
                        + " to write nothing there"));
    }
}
