package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.DeclaredTmpfsRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target that is no absolute path, or the root. Source: moby volume/mounts/linux_parser.go. */
public final class TmpfsBadTarget implements DeclaredTmpfsRule {
    @Override
    public String id() {
        return "tmpfs-bad-target";
    }

    @Override
    public List<Finding> check(DeclaredTmpfs declared) {
        TmpfsMount mount = declared.mount();
        Optional<String> target = mount.target().value().known();
        String problem = mount.isOwn() && target.isPresent() ? problem(target.get(), declared.target()) : null;
        if (problem == null) {
            return List.of();
        }
        return List.of(declared.finding()
                .help("write an absolute path, such as /tmp")
                .says(problem + ": \"" + declared.container().name().value()
                        + "\" loads, but the engine refuses to create it"));
    }

    private static @Nullable String problem(String target, String written) {
        if (target.isEmpty()) {
            return "a tmpfs has no path";
        }
        Optional<ContainerPath> path = ContainerPath.of(target);
        if (path.isEmpty()) {
            return "tmpfs path \"" + written + "\" is not absolute";
        }
        return path.get().value().equals("/") ? "a tmpfs cannot be mounted at /, the root" : null;
    }
}
