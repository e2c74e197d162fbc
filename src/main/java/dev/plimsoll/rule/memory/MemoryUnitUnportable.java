package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.MisspelledSize;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;

/** A unit of Kubernetes, which only some builds of Compose take. Source: docker/go-units size.go. */
public final class MemoryUnitUnportable implements ContainerRule {
    @Override
    public String id() {
        return "memory-unit-unportable";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        for (MisspelledSize size : container.memory().misspelled()) {
            if (size.kind() == MisspelledSize.Kind.KUBERNETES && size.meant().isPresent()) {
                findings.add(finding(container, size, size.meant().get()));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, MisspelledSize size, ByteSize meant) {
        return FindingDraft.at(container, size.written())
                .evidence(size.key())
                .change("write " + meant.spelled(), Safety.SAFE, new Change.RespellSize(size, meant))
                .says(size.key() + " " + size.written().value() + " of \""
                        + container.name().value()
                        + "\" has a Kubernetes unit: most builds of Docker Compose refuse to"
                        + " load it, some accept it");
    }
}
