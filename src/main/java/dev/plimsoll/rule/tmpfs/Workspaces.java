package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.PathWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Directories in which programs are built and run, for which a tmpfs needs {@code exec}. */
final class Workspaces {
    /** Directories of programs that a package manager installs to be run from there. */
    private static final Set<String> PROGRAM_NAMES = Set.of("node_modules", ".cargo", "cargo");

    /** Variables that name a directory in which programs are built. */
    private static final List<String> VARIABLES = List.of("CARGO_TARGET_DIR", "RUNNER_BUILDS_DIR", "GOTMPDIR");

    /** Names that may mean such a directory. */
    private static final Set<String> BUILD_WORDS = Set.of(
            "build",
            "builds",
            "workspace",
            "workspaces",
            "work",
            "target",
            "agent",
            "artifacts",
            "node",
            "modules",
            "cargo",
            "go",
            "bin",
            "plugins",
            "jit");

    private Workspaces() {}

    /** What says that a mount is one, for messages; null if nothing does. */
    static @Nullable String sign(TmpfsMount mount, Container container, ImageCatalog images) {
        Optional<ContainerPath> path = mount.path();
        if (path.isEmpty()) {
            return null;
        }
        Optional<ImageFacts> facts = images.of(container);
        if (facts.isPresent()) {
            for (ContainerPath workspace : facts.get().workspaces()) {
                if (workspace.isAtOrBelow(path.get()) || path.get().isAtOrBelow(workspace)) {
                    return facts.get().name() + " runs programs in " + workspace;
                }
            }
        }
        List<String> parts = path.get().parts();
        if (!parts.isEmpty() && PROGRAM_NAMES.contains(parts.get(parts.size() - 1))) {
            return "programs are installed there";
        }
        for (String variable : VARIABLES) {
            Optional<Value<String>> value = container.variable(variable);
            Optional<String> known = value.isPresent() ? value.get().known() : Optional.empty();
            Optional<ContainerPath> named = known.isPresent() ? ContainerPath.of(known.get()) : Optional.empty();
            if (named.isPresent() && named.get().isAtOrBelow(path.get())) {
                return variable + " builds programs there";
            }
        }
        return null;
    }

    /** Whether programs may well be meant to run there. */
    static boolean mayBeOne(TmpfsMount mount, Container container, ImageCatalog images) {
        Optional<ContainerPath> path = mount.path();
        Optional<ImageFacts> facts = images.of(container);
        boolean agent = facts.isPresent() && facts.get().kind() == ImageKind.AGENT;
        return agent
                || path.isEmpty()
                || PathWords.named(path.get(), BUILD_WORDS) != null
                || sign(mount, container, images) != null;
    }
}
