package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A volume without a name holds what somebody will look for. */
public final class VolumeAnonymous implements ContainerRule {
    /** Last parts of paths that say that something is kept there. */
    private static final Set<String> KEEPING = Set.of(
            "data", "db", "database", "uploads", "upload", "media", "storage", "backup", "backups", "repository");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public VolumeAnonymous(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "volume-anonymous";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        if (!container.hasComparableMounts()) {
            return findings;
        }
        for (Mount mount : container.mounts()) {
            if (mount instanceof VolumeMount volume && volume.source().isEmpty()) {
                ContainerPath target = volume.path().orElse(null);
                if (target != null && carriesData(container, target) && !isMask(container, target)) {
                    findings.add(finding(container, volume, target));
                }
            }
        }
        return findings;
    }

    private boolean carriesData(Container container, ContainerPath target) {
        KeptData kept = KeptData.of(container, images);
        if (kept != null) {
            // database-without-volume covers what somebody will miss
            return !kept.isMeantToBeLost(container)
                    && !kept.isMissed(container)
                    && kept.first().path().isAtOrBelow(target);
        }
        List<String> parts = target.parts();
        boolean says =
                !parts.isEmpty() && KEEPING.contains(parts.get(parts.size() - 1).toLowerCase(Locale.ROOT));
        return says && TestingNames.sign(container).isEmpty();
    }

    /** Whether it hides a part of a directory of the host, as people do with {@code node_modules}. */
    private static boolean isMask(Container container, ContainerPath target) {
        for (Mount other : container.mounts()) {
            ContainerPath above = mayBeOfHost(other) ? other.path().orElse(null) : null;
            if (above != null && target.isAtOrBelow(above)) {
                return true;
            }
        }
        return false;
    }

    /** A bind, or something that a variable names. */
    private static boolean mayBeOfHost(Mount mount) {
        if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
            return volume.source().get().value().known().isEmpty();
        }
        return mount instanceof BindMount;
    }

    private static Finding finding(Container container, VolumeMount volume, ContainerPath target) {
        String name = container.name().value() + "-data";
        boolean written = volume.target().value() instanceof Value.Literal;
        String shown = written ? target.value() : volume.target().value().raw();
        return FindingDraft.at(container, volume.declared())
                .evidence(shown)
                .change("call it " + name, Safety.UNSAFE, new Change.NameVolume(volume, name))
                .says("the volume at " + shown + " of \"" + container.name().value()
                        + "\" has no name: "
                        + (container.dialect() == Container.Dialect.COMPOSE
                                ? "`docker compose down` orphans it, and the next container gets an empty one"
                                : "no other container finds it"));
    }
}
