package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Options that other mounts of a build take. Source: buildkit instructions/commands_runmount.go. */
public final class BuildTmpfsBadOption implements ProjectRule {
    private static final Set<String> REFUSED = Set.of("mode", "uid", "gid");

    @Override
    public String id() {
        return "build-tmpfs-bad-option";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (BuildMounts.Mounted mounted : BuildMounts.of(project)) {
            for (Located<TmpfsOption> option : mounted.mount().options()) {
                String key = option.value().key();
                if (REFUSED.contains(key)) {
                    findings.add(FindingDraft.at(mounted.container(), option)
                            .evidence(key)
                            .change("remove it", Safety.SAFE, new Change.RemoveBuildOption(mounted.mount(), option))
                            .says("\"" + key + "\" is no option of a tmpfs in a build: the build fails"));
                }
            }
        }
        return findings;
    }
}
