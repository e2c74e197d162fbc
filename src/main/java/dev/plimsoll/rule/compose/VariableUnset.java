package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.DeclaredTmpfs;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A size that is nothing where nobody sets its variable: Compose puts nothing in its place, and nothing is no size. Source:
 * compose-go types/bytes.go; linux fs/fs_parser.c.
 */
public final class VariableUnset implements ProjectRule {
    private static final String REFUSED = "Docker refuses to load the project";

    private static final String OPTION = "size=";

    @Override
    public String id() {
        return "variable-unset";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Container container : project.containers()) {
            MemoryLimits memory = container.memory();
            check(project, container, memory.limit(), "memory limit", REFUSED, findings);
            check(project, container, memory.swap(), "swap limit", REFUSED, findings);
            check(project, container, memory.reservation(), "memory reservation", REFUSED, findings);
            check(project, container, memory.shm(), "size of /dev/shm", REFUSED, findings);
        }
        for (DeclaredTmpfs declared : DeclaredTmpfs.of(project)) {
            TmpfsMount mount = declared.mount();
            boolean docker = mount.declaration() == TmpfsMount.Declaration.LONG;
            String outcome = docker ? REFUSED : "the kernel refuses an empty size, and the container does not start";
            check(project, declared.container(), mount.size(), "size of " + mount.description(), outcome, findings);
        }
        return findings;
    }

    private static void check(
            Project project, Container container, Field<?> field, String what, String outcome, List<Finding> findings) {
        if (!(field instanceof Field.Present<?> present)
                || !(present.value().value() instanceof Value.Interpolated<?> value)
                || value.known().isPresent()) {
            return;
        }
        // of a mount option the whole is kept
        String raw = value.raw().startsWith(OPTION) ? value.raw().substring(OPTION.length()) : value.raw();
        String name = References.plain(raw);
        // to the kernel "m" alone is a size of no bound, and what else is beside the reference may be anything
        if (name.isEmpty() || (!outcome.equals(REFUSED) && !References.isAll(raw, name))) {
            return;
        }
        // whoever runs the project is told to set it
        if (project.handedOver().contains(name)) {
            return;
        }
        findings.add(FindingDraft.at(container, field)
                .evidence(what)
                .help("give it a default, ${" + name + ":-…}, or demand it, ${" + name + ":?}")
                .says(what + " of \"" + container.name().value() + "\" is " + raw + ", which has no default: where "
                        + name + " is not set, " + outcome));
    }
}
