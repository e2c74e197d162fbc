package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options that a tmpfs of a build does not take. Source: buildkit instructions/commands_runmount.go,
 * testdata/engine/build-tmpfs-bad-option.
 */
public final class BuildTmpfsBadOption implements ProjectRule {
    private static final String SIZE = "size";
    /** Also those of other mounts that BuildKit takes here, and a source, which may be there. */
    private static final Set<String> TAKEN =
            Set.of("type", "target", "dst", "destination", SIZE, "id", "from", "source", "src", "env");

    /** With a value or without. */
    private static final Set<String> FLAGS = Set.of("ro", "readonly", "rw", "readwrite");

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
                Optional<String> value = option.value().value();
                if (!option.value().known()) {
                    continue;
                }
                if (key.equals(SIZE) && value.isPresent()) {
                    if (SizeGrammar.docker(value.get()).isEmpty()) {
                        findings.add(mounted.finding(option)
                                .evidence(key)
                                .help("write a number of bytes, or one with a unit such as 64m")
                                .says("\"" + value.get()
                                        + "\" is not a valid size of a tmpfs in a build: the build fails"));
                    }
                } else if (!FLAGS.contains(key) && !(value.isPresent() && TAKEN.contains(key))) {
                    findings.add(mounted.finding(option)
                            .evidence(key)
                            .change("remove it", Safety.SAFE, new Change.RemoveBuildOption(option))
                            .says("\"" + key + "\" is not an option of a tmpfs in a build: the build fails"));
                }
            }
        }
        return findings;
    }
}
