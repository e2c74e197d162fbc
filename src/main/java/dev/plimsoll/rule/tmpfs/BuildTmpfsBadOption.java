package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Options that a tmpfs of a build does not take. Source: buildkit instructions/commands_runmount.go,
 * testdata/engine/build-tmpfs-bad-option.
 */
public final class BuildTmpfsBadOption implements ProjectRule {
    private static final String SIZE = "size";
    /** What docker run calls it. */
    private static final String TMPFS_SIZE = "tmpfs-size";
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
            boolean sized = false;
            for (Located<TmpfsOption> option : mounted.mount().options()) {
                sized |= option.value().key().equals(SIZE);
            }
            for (Located<TmpfsOption> option : mounted.mount().options()) {
                if (option.value().known()) {
                    check(mounted, option, sized, findings);
                }
            }
        }
        return findings;
    }

    private static void check(
            BuildMounts.Mounted mounted, Located<TmpfsOption> option, boolean sized, List<Finding> findings) {
        String key = option.value().key();
        String value = option.value().value().orElse("");
        boolean hasValue = option.value().value().isPresent();
        if (key.equals(SIZE) && hasValue) {
            if (SizeGrammar.docker(value).isEmpty()) {
                findings.add(mounted.finding(option)
                        .evidence(key)
                        .help("write a number of bytes, or one with a unit such as 64m")
                        .says("\"" + value + "\" is not a valid size of a tmpfs in a build: the build fails"));
            }
        } else if (key.isEmpty() && !hasValue) {
            findings.add(mounted.finding(option)
                    .evidence(key)
                    .help("write the options of a mount as one word, with one comma between two of them")
                    .says("nothing stands next to a comma of this tmpfs mount: the build fails"));
        } else if (!FLAGS.contains(key) && !(hasValue && TAKEN.contains(key))) {
            FindingDraft<Change.OfBuild> finding = mounted.finding(option).evidence(key);
            if (key.equals(TMPFS_SIZE) && !sized && SizeGrammar.docker(value).isPresent()) {
                finding.change("call it size", Safety.SAFE, new Change.RenameBuildOption(option, SIZE));
            } else {
                finding.change("remove it", Safety.SAFE, new Change.RemoveBuildOption(option));
            }
            findings.add(finding.says("\"" + key + "\" is not an option of a tmpfs in a build: the build fails"));
        }
    }
}
