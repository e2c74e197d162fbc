package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Dependency;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.PathWords;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two containers with a tmpfs at one path, which looks shared and is not: each has its own. */
public final class TmpfsNotShared implements ProjectRule {
    /** Words of a directory's name by which it is for others too. */
    private static final Set<String> SHARED = Set.of(
            "shared", "share", "exchange", "socket", "sockets", "sock", "spool", "queue", "inbox", "outbox", "handoff");

    /** Words of a variable's name by which its value is a place that programs meet at. */
    private static final Set<String> MEETING = Set.of(
            "shared",
            "share",
            "socket",
            "sock",
            "cache",
            "upload",
            "uploads",
            "spool",
            "queue",
            "exchange",
            "inbox",
            "outbox");

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public TmpfsNotShared(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "tmpfs-not-shared";
    }

    /** A container with one of its mounts. */
    private record Use(Container container, TmpfsMount mount) {}

    @Override
    public List<Finding> check(Project project) {
        Map<ContainerPath, Map<String, Use>> uses = null;
        for (Container container : project.containers()) {
            for (TmpfsMount mount : container.tmpfsMounts()) {
                Optional<ContainerPath> path = mount.path();
                if (path.isPresent() && mount.isOwn() && !mount.readOnly() && !PathWords.isConventional(path.get())) {
                    uses = uses == null ? new HashMap<>() : uses;
                    Map<String, Use> same = uses.get(path.get());
                    if (same == null) {
                        same = new HashMap<>();
                        uses.put(path.get(), same);
                    }
                    same.put(container.name().value(), new Use(container, mount));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (uses == null) {
            return findings;
        }
        for (Container container : project.containers()) {
            List<TmpfsMount> mounts =
                    container.relations().dependencies().isEmpty() ? List.of() : container.tmpfsMounts();
            for (TmpfsMount mount : mounts) {
                Optional<ContainerPath> path = mount.path();
                Map<String, Use> same = path.isPresent() && mount.isOwn() ? uses.get(path.get()) : null;
                if (same != null && same.size() > 1) {
                    add(new Use(container, mount), same, path.get(), findings);
                }
            }
        }
        return findings;
    }

    /** A finding at the container that depends on another one, with the first that it can mean. */
    private void add(Use use, Map<String, Use> same, ContainerPath path, List<Finding> findings) {
        String name = use.container().name().value();
        for (Dependency dependency : use.container().relations().dependencies()) {
            String otherName = dependency.service().value();
            Use other = otherName.equals(name) ? null : same.get(otherName);
            if (other != null
                    && isMeetingPoint(path, use.container(), other.container())
                    && !writesForItself(path, use.container())
                    && !writesForItself(path, other.container())) {
                findings.add(finding(use, other, path));
                return;
            }
        }
    }

    private static boolean isMeetingPoint(ContainerPath path, Container container, Container other) {
        return PathWords.named(path, SHARED) != null
                || (variableFor(path, container) != null && variableFor(path, other) != null);
    }

    /** A variable that names the directory, or a file in it, as one to meet at. */
    private static @Nullable String variableFor(ContainerPath path, Container container) {
        String first = null;
        for (Map.Entry<String, Located<Value<String>>> variable :
                container.environment().entrySet()) {
            String key = variable.getKey();
            Optional<String> value = variable.getValue().value().known();
            Optional<ContainerPath> named = value.isPresent() ? ContainerPath.of(value.get()) : Optional.empty();
            if (named.isPresent()
                    && named.get().isAtOrBelow(path)
                    && PathWords.hasWord(key, MEETING)
                    && (first == null || key.compareTo(first) < 0)) {
                first = key;
            }
        }
        return first;
    }

    /** Whether the image writes there for its own use. */
    private boolean writesForItself(ContainerPath path, Container container) {
        Optional<ImageFacts> facts = images.of(container);
        return facts.isPresent() && facts.get().writablePaths().contains(path);
    }

    private Finding finding(Use use, Use other, ContainerPath path) {
        String name = use.container().name().value();
        String otherName = other.container().name().value();
        Finding.Builder finding = Finding.at(use.mount().declared().shown())
                .container(name)
                .evidence(path.value())
                .label(other.mount().declared().shown(), "another filesystem");
        String title = "share a named volume";
        String objection = objection(use, other);
        List<Edit> edits = objection == null ? edits(use, other, path) : List.of();
        finding.help(objection == null ? title : title + " (by hand: " + objection + ")");
        if (objection != null) {
            finding.refusal(objection);
        } else if (!edits.isEmpty()) {
            finding.fix(new Fix(title, Safety.UNSAFE, edits));
        }
        return finding.says("\"" + name + "\" and \"" + otherName + "\" each have their own tmpfs " + path
                + ": neither sees the other's files, though \"" + name + "\" depends on \"" + otherName
                + "\"");
    }

    /** Why one of the two may not be able to write to a volume; null if nothing speaks against it. */
    private @Nullable String objection(Use use, Use other) {
        String own = VolumeOwner.objection(use.container(), use.mount(), images);
        return own != null ? own : VolumeOwner.objection(other.container(), other.mount(), images);
    }

    /** Edits that replace both by one volume, whose declaration both ask for; none if one of them is refused. */
    private static List<Edit> edits(Use use, Use other, ContainerPath path) {
        String volume = "shared-" + path.value().substring(path.value().lastIndexOf('/') + 1);
        List<Edit> edits = new ArrayList<>();
        for (Use each : List.of(use, other)) {
            Change.OfContainer change = new Change.ReplaceByVolume(each.mount(), volume, path.value());
            List<Edit> own = new ArrayList<>();
            List<Location> causes = List.of(
                    each.mount().declared().shown(),
                    use.mount().declared().shown(),
                    other.mount().declared().shown());
            Optional<String> refusal = each.container().writer().write(change, causes, own);
            for (Edit edit : own) {
                if (!edits.contains(edit)) {
                    edits.add(edit);
                }
            }
            if (refusal.isPresent()) {
                return List.of();
            }
        }
        for (int i = 0; i < edits.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (edits.get(i).conflictsWith(edits.get(j))) {
                    return List.of();
                }
            }
        }
        return edits;
    }
}
