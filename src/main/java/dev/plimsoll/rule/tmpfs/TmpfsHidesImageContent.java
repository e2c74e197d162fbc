package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.PathWords;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Docker copies nothing into a tmpfs: what the image has there is not seen. */
public final class TmpfsHidesImageContent implements ProjectRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsHidesImageContent(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-hides-image-content";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        Map<String, Integer> users = users(project);
        for (DeclaredTmpfs declared : DeclaredTmpfs.of(project)) {
            TmpfsMount mount = declared.mount();
            Optional<ContainerPath> path = mount.path();
            boolean hides = !mount.readOnly() && path.isPresent() && !PathWords.isConventional(path.get());
            if (hides && declared.container().hasComparableMounts() && users.getOrDefault(volumeOf(mount), 1) == 1) {
                Finding finding = check(declared.container(), mount, path.get());
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** How many containers mount each tmpfs-backed volume: of several, one may put files there for the others. */
    private static Map<String, Integer> users(Project project) {
        Map<String, Integer> users = new HashMap<>();
        for (Container container : project.containers()) {
            Set<String> own = new HashSet<>();
            for (TmpfsMount mount : container.tmpfsMounts()) {
                if (!mount.isOwn() && own.add(volumeOf(mount))) {
                    users.put(volumeOf(mount), users.getOrDefault(volumeOf(mount), 0) + 1);
                }
            }
        }
        return users;
    }

    private static String volumeOf(TmpfsMount mount) {
        return mount.volume().isPresent() ? mount.volume().get().name() : "";
    }

    private @Nullable Finding check(Container container, TmpfsMount mount, ContainerPath path) {
        BuiltImage built = container.built().image().orElse(null);
        if (built != null) {
            ContainerPath workdir = built.workdir().orNull();
            if (workdir != null
                    && !workdir.value().equals("/")
                    && workdir.isAtOrBelow(path)
                    && hasFilesIn(path, built)
                    && !isFilled(path, mount, container)) {
                return finding(container, mount)
                        .label(built.workdir(), "the image's files are copied here")
                        .says(message(container, mount, "the image's working directory " + workdir));
            }
        }
        Optional<ImageFacts> facts = images.of(container);
        // what is built here may bring other files, and write those of its base image anew at every start
        boolean own = !container.build().isPresent() || (built != null && hasFilesIn(path, built));
        if (facts.isPresent() && own) {
            for (ContainerPath content : facts.get().contentPaths()) {
                if (content.isAtOrBelow(path) && !isFilled(path, mount, container)) {
                    return finding(container, mount)
                            .label(container.image(), "has files in " + content)
                            .says(message(
                                    container, mount, "what the " + facts.get().name() + " image has in " + content));
                }
            }
        }
        return null;
    }

    private static boolean hasFilesIn(ContainerPath path, BuiltImage built) {
        for (ContainerPath copied : built.copied()) {
            if (copied.isAtOrBelow(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether other mounts or the command put files there, or may. */
    private static boolean isFilled(ContainerPath path, TmpfsMount mount, Container container) {
        for (Mount other : container.mounts()) {
            Optional<ContainerPath> target = other.path();
            if (target.isEmpty() || (!isSame(other, mount) && target.get().isAtOrBelow(path))) {
                return true;
            }
        }
        return mentions(container.command(), path) || mentions(container.entrypoint(), path);
    }

    /** By its place: comparing all of it would load what a run without findings has no use for. */
    private static boolean isSame(Mount other, TmpfsMount mount) {
        return other instanceof TmpfsMount
                && other.declared().shown().equals(mount.declared().shown());
    }

    private static boolean mentions(Field<CommandLine> field, ContainerPath path) {
        CommandLine line = field.orNull();
        if (line == null) {
            return field.isPresent();
        }
        return mentions(line.words(), path) || mentions(line.script(), path);
    }

    private static boolean mentions(List<Text> words, ContainerPath path) {
        for (Text word : words) {
            if (word.value().contains(path.value())) {
                return true;
            }
        }
        return false;
    }

    private static FindingDraft<Change.OfContainer> finding(Container container, TmpfsMount mount) {
        return (mount.isOwn()
                        ? FindingDraft.at(container, mount.declared())
                        : FindingDraft.at(container, mount.target()))
                .evidence(mount.target().value().raw())
                .help("mount it at a directory that is empty in the image");
    }

    private static String message(Container container, TmpfsMount mount, String what) {
        return mount.description() + " of \"" + container.name().value() + "\" hides " + what
                + ": Docker copies nothing into a tmpfs, so the directory is empty";
    }
}
