package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.MisspelledSize;
import dev.plimsoll.model.Setting;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A size that YAML reads as a decimal number, and Compose drops. Source: compose-go types/bytes.go. */
public final class MemoryValueDropped implements ContainerRule {
    @Override
    public String id() {
        return "memory-value-dropped";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        for (MisspelledSize size : container.memory().misspelled()) {
            if (size.kind() == MisspelledSize.Kind.FLOAT) {
                findings.add(finding(container, size));
            }
        }
        return findings;
    }

    private static Finding finding(Container container, MisspelledSize size) {
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, size.written()).evidence(size.key());
        Optional<Change.OfContainer> change = size.meant().isPresent()
                ? change(container, size.key(), size.meant().get())
                : Optional.empty();
        if (change.isPresent()) {
            String swap =
                    change.get() instanceof Change.LimitMemoryWithoutSwap ? ", and the same for memory and swap" : "";
            finding.change("write " + size.meant().get().spelled() + swap, Safety.UNSAFE, change.get());
        } else {
            finding.help("write a whole number with a unit, such as 512m");
        }
        return finding.says(size.key() + " " + size.written().value() + " of \""
                + container.name().value()
                + "\" is a decimal number in YAML: Compose silently drops it, as if it were not set");
    }

    /** Another place may hold the same limit; the two would have to agree then. */
    private static Optional<Change.OfContainer> change(Container container, String key, ByteSize meant) {
        boolean elsewhere = container.memory().limit().known().isPresent();
        if (key.equals("mem_limit")) {
            if (elsewhere) {
                return Optional.empty();
            }
            boolean swaps = container.memory().swap().isAbsent();
            return Optional.of(swaps ? new Change.LimitMemoryWithoutSwap(meant) : new Change.SetMemoryLimit(meant));
        }
        return Optional.of(
                new Change.SetSetting(key.equals(Setting.SHM.key()) ? Setting.SHM : Setting.SWAP, meant.spelled()));
    }
}
