package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a build writes to a tmpfs is gone with the instruction. Source: BuildKit, Dockerfile reference, RUN --mount. */
public final class BuildTmpfsOutputLost implements ProjectRule {
    @Override
    public String id() {
        return "build-tmpfs-output-lost";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (BuildMounts.Mounted mounted : BuildMounts.of(project)) {
            Optional<ContainerPath> path = mounted.mount().path();
            if (path.isPresent() && !mounted.mount().uses().isEmpty()) {
                findings.add(finding(mounted, path.get()));
            }
        }
        return findings;
    }

    private static Finding finding(BuildMounts.Mounted mounted, ContainerPath path) {
        BuildTmpfs.Use use = mounted.mount().uses().get(0);
        return mounted.finding()
                .evidence(path.value())
                .label(use.at(), "needs " + use.path())
                .help("copy the files elsewhere in the same RUN, or use a cache mount and copy them from there")
                .says("this RUN writes to " + path + " on a tmpfs, which never becomes part of the image: " + use.path()
                        + " is missing where it is needed");
    }
}
