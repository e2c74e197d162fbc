package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two servers on the files of one. Each takes them for its own. */
public final class VolumeSharedByDatabases implements ProjectRule {
    /** Servers that write their files as if they were alone. Applications are often run twice on purpose. */
    private static final Set<ImageKind> SERVERS =
            Set.of(ImageKind.DATABASE, ImageKind.CACHE, ImageKind.QUEUE, ImageKind.SEARCH);

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public VolumeSharedByDatabases(ImageCatalog images) {
        this.images = images;
    }

    /** A server on a volume. */
    private record User(Container container, VolumeMount mount, String product) {}

    @Override
    public String id() {
        return "volume-shared-by-databases";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        Map<String, List<User>> known = new HashMap<>();
        for (Container container : project.containers()) {
            User user = user(container);
            if (user == null) {
                continue;
            }
            Integer replicas = container.replicas().orNull();
            if (replicas != null && replicas > 1) {
                findings.add(replicated(user, replicas));
            }
            String volume = user.mount().source().get().value().known().orElse("");
            String place = volume + directory(user.mount());
            List<User> others = known.get(place);
            if (others == null) {
                others = new ArrayList<>(1);
                known.put(place, others);
            }
            for (User other : others) {
                if (mayRunTogether(container, other.container())) {
                    findings.add(shared(user, other, volume));
                    break;
                }
            }
            others.add(user);
        }
        return findings;
    }

    /** Where in the volume the data is: the same volume holds the directories of several servers side by side. */
    private static String directory(VolumeMount mount) {
        if (mount.subpath().isEmpty()) {
            return "/";
        }
        String written = "/" + mount.subpath().get().known().orElse("");
        Optional<ContainerPath> clean = ContainerPath.of(written);
        return clean.isPresent() ? clean.get().value() : written;
    }

    private @Nullable User user(Container container) {
        KeptData kept = container.mounts().isEmpty() ? null : KeptData.of(container, images);
        if (kept == null || !SERVERS.contains(kept.facts().kind())) {
            return null;
        }
        for (DataPath path : kept.paths()) {
            Mount holder = container.mountOf(path.path()).orElse(null);
            ContainerPath target = holder == null ? null : holder.path().orElse(null);
            boolean atData = target != null && target.equals(path.mountPoint());
            if (atData
                    && holder instanceof VolumeMount volume
                    && !volume.readOnly()
                    && volume.source().isPresent()
                    && volume.source().get().value().known().isPresent()
                    && (volume.subpath().isEmpty()
                            || volume.subpath().get().known().isPresent())) {
                return new User(container, volume, kept.facts().name());
            }
        }
        return null;
    }

    /** Containers of different profiles are often two ways to run one thing. */
    private static boolean mayRunTogether(Container one, Container other) {
        if (one.profiles().isEmpty() && other.profiles().isEmpty()) {
            return true;
        }
        for (String profile : one.profiles()) {
            if (other.profiles().contains(profile)) {
                return true;
            }
        }
        return false;
    }

    private static Finding shared(User user, User other, String volume) {
        return FindingDraft.at(user.container(), user.mount().source().get())
                .evidence(volume)
                .label(other.mount().source().get().shown(), "and here")
                .help("give each its own volume")
                .says("\"" + user.container().name().value() + "\" and \""
                        + other.container().name().value() + "\" keep their data in one volume, \"" + volume + "\": "
                        + user.product() + " damages the files of a server that runs beside it");
    }

    private static Finding replicated(User user, int replicas) {
        return FindingDraft.at(user.container(), user.mount().source().get())
                .evidence("replicas")
                .label(user.container().replicas(), "so many replicas")
                .help("run one replica, or make each a service with a volume of its own")
                .says(replicas + " replicas of \"" + user.container().name().value()
                        + "\" keep their data in one volume: " + user.product()
                        + " damages the files of a server that runs beside it");
    }
}
