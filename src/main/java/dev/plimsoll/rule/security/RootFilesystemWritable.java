package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that may change the files of its image. */
public final class RootFilesystemWritable implements ContainerRule {
    @Override
    public String id() {
        return "root-filesystem-writable";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<Boolean> readOnly = container.host().readOnlyRoot();
        boolean off = readOnly.isAbsent() || Boolean.FALSE.equals(readOnly.orNull());
        if (!off) {
            return List.of();
        }
        return List.of(
                FindingDraft.at(container, container.name())
                        .help("set read_only: true, with a volume or tmpfs where the program writes")
                        .says(
                                "\"" + container.name().value()
                                        + "\" has a writable root filesystem: an attacker who gets into it can change the program's own files"));
    }
}
