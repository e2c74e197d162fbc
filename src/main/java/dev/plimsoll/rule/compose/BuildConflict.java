package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Build;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A build with two Dockerfiles, or not for the platform that is run. Source: compose-go loader/validate.go. */
public final class BuildConflict implements ContainerRule {
    @Override
    public String id() {
        return "build-conflict";
    }

    @Override
    public List<Finding> check(Container container) {
        Build build = container.build().orNull();
        if (build == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        twoDockerfiles(container, build, findings);
        otherPlatforms(container, build, findings);
        return findings;
    }

    private static void twoDockerfiles(Container container, Build build, List<Finding> findings) {
        String file = known(build.dockerfile());
        if (build.inline() && !file.isEmpty()) {
            findings.add(FindingDraft.at(container, build.dockerfile().orElseThrow())
                    .evidence("dockerfile")
                    .help("keep one of dockerfile and dockerfile_inline")
                    .says("build of \"" + container.name().value() + "\" has dockerfile \""
                            + build.dockerfile().orElseThrow().value().raw()
                            + "\" and dockerfile_inline: Docker refuses to load the project"));
        }
    }

    private static void otherPlatforms(Container container, Build build, List<Finding> findings) {
        String platform = known(build.platform());
        if (platform.isEmpty() || build.platforms().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Located<Value<String>> candidate : build.platforms()) {
            Optional<String> name = candidate.value().known();
            if (name.isEmpty() || name.get().equals(platform)) {
                return;
            }
            names.add(candidate.value().raw());
        }
        findings.add(FindingDraft.at(container, build.platform().orElseThrow())
                .evidence("platform")
                .label(build.platforms().get(0).shown(), "what it is built for")
                .help("add it to build.platforms")
                .says("platform \"" + build.platform().orElseThrow().value().raw() + "\" of \""
                        + container.name().value()
                        + "\" is not among those that it is built for (" + String.join(", ", names)
                        + "): Docker refuses to load the project"));
    }

    private static String known(Optional<Located<Value<String>>> written) {
        return written.isPresent() ? written.get().value().known().orElse("") : "";
    }
}
