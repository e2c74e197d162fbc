package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageUser;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Mount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A read-only root under a program that writes to it. */
public final class ReadOnlyWithoutWritable implements ContainerRule {
    private static final String SIZE = "size=64m";
    private static final ContainerPath LINKED = new ContainerPath("/var/run");
    private static final ContainerPath LINK_TARGET = new ContainerPath("/run");
    private static final ContainerPath SETTINGS = new ContainerPath("/etc");
    private static final String[] SETTINGS_FILES = {".conf", ".cnf", ".ini", ".yml", ".yaml", ".toml"};

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public ReadOnlyWithoutWritable(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "read-only-without-writable";
    }

    @Override
    public List<Finding> check(Container container) {
        Boolean readOnly = container.host().readOnlyRoot().orNull();
        // podman makes /run, /tmp and /var/tmp writable by itself
        if (readOnly == null || !readOnly || container.dialect() == Container.Dialect.PODMAN) {
            return List.of();
        }
        ImageFacts facts = images.of(container).orElse(null);
        if (facts == null || container.build().isPresent() || isSetUpElsewhere(container)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (ContainerPath path : facts.writablePaths()) {
            ContainerPath real = withoutLink(path);
            if (!isMounted(container, real) && !missing.contains(real.value())) {
                missing.add(real.value());
            }
        }
        return missing.isEmpty() ? List.of() : List.of(finding(container, facts, missing));
    }

    /** In the images of all distributions {@code /var/run} is a link to {@code /run}. */
    private static ContainerPath withoutLink(ContainerPath path) {
        return path.isAtOrBelow(LINKED)
                ? new ContainerPath(LINK_TARGET.value()
                        + path.value().substring(LINKED.value().length()))
                : path;
    }

    private static boolean isMounted(Container container, ContainerPath path) {
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target != null && path.isAtOrBelow(withoutLink(target))) {
                return true;
            }
        }
        return false;
    }

    /** Whether settings that are not seen may tell the program to write elsewhere, or mounts lie where we cannot tell. */
    private static boolean isSetUpElsewhere(Container container) {
        if (!container.effectiveCommand().isAbsent()
                || !container.effectiveEntrypoint().isAbsent()) {
            return true;
        }
        for (Mount mount : container.mounts()) {
            ContainerPath target = mount.path().orElse(null);
            if (target == null || target.isAtOrBelow(SETTINGS) || isSettingsFile(target.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSettingsFile(String path) {
        for (String ending : SETTINGS_FILES) {
            if (path.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Container container, ImageFacts facts, List<String> missing) {
        String paths = String.join(" and ", missing);
        Field<Boolean> readOnly = container.host().readOnlyRoot();
        String wayOut = "mount a tmpfs at " + paths;
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, readOnly)
                .evidence(paths)
                .label(container.image(), facts.name() + " writes to " + paths);
        List<String> options = options(facts, container);
        if (options.isEmpty()) {
            finding.withheld(
                    wayOut + ", each with uid= and the number of user \""
                            + container.host().user().raw() + "\"",
                    "the number of that user is not known");
        } else {
            finding.change(wayOut, Safety.UNSAFE, new Change.AddTmpfs(missing, options));
        }
        return finding.says("the root of \"" + container.name().value() + "\" is read-only and nothing is mounted at "
                + paths + ", where " + facts.name() + " writes: it fails to start");
    }

    /**
     * The options of each tmpfs. It belongs to root and takes the mode of the image's directory, often 755, so that another
     * user needs it as its own. Source: testdata/engine/read-only-without-writable.
     *
     * @return none if whom it should belong to is not known
     */
    private static List<String> options(ImageFacts facts, Container container) {
        Optional<ImageUser> usual = facts.user(container);
        String usualId = usual.isPresent() && usual.get().id().isPresent()
                ? Integer.toString(usual.get().id().getAsInt())
                : "";
        Field<String> own = container.host().user();
        if (own.isAbsent()) {
            return usualId.isEmpty() ? List.of(SIZE) : List.of(SIZE, "uid=" + usualId);
        }
        if (RunUser.isRoot(container)) {
            return List.of(SIZE);
        }
        RunUser user = RunUser.parse(own);
        if (user == null) {
            return List.of();
        }
        if (user.uid().isEmpty()) {
            boolean known = !usualId.isEmpty() && user.name().equals(usual.get().name());
            return known ? List.of(SIZE, "uid=" + usualId) : List.of();
        }
        String uid = "uid=" + user.uid().get();
        return user.gid().isPresent() ? List.of(SIZE, uid, "gid=" + user.gid().get()) : List.of(SIZE, uid);
    }
}
