package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Less memory than the engine allows: nearly always a forgotten unit. */
public final class MemoryBelowMinimum implements ContainerRule {
    /** Digits of a number that may count mebibytes: 65536m is a large limit, 6000000 must be bytes. */
    private static final int MAX_DIGITS = 5;

    private static final String LIMIT = "memory limit";

    @Override
    public String id() {
        return "memory-below-minimum";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(2);
        check(container, container.memory().limit(), true, findings);
        check(container, container.memory().reservation(), false, findings);
        return findings;
    }

    private static void check(Container container, Field<ByteSize> field, boolean limit, List<Finding> findings) {
        Optional<ByteSize> size = field.known();
        if (size.isEmpty()) {
            // a reservation below zero the engine takes, and reports as it was written
            if (limit && isNegative(field)) {
                findings.add(FindingDraft.at(container, field)
                        .evidence(LIMIT)
                        .help("leave it out: without a memory limit nothing is limited")
                        .says(LIMIT + " " + field.raw() + " of \""
                                + container.name().value() + "\" is negative: the engine refuses less than "
                                + MemoryLimits.MINIMUM));
            }
            return;
        }
        if (!MemoryLimits.MINIMUM.exceeds(size.get())) {
            return;
        }
        String what = limit ? LIMIT : "memory reservation";
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, field).evidence(what);
        Optional<ByteSize> meant = withUnit(field.raw());
        if (meant.isPresent()) {
            finding.change("write " + meant.get().spelled(), Safety.UNSAFE, set(meant.get(), limit));
        } else {
            finding.help("write " + MemoryLimits.MINIMUM + " or more");
        }
        findings.add(finding.says(
                what + " " + field.raw() + " of \"" + container.name().value() + "\" is " + size.get()
                        + ": the engine refuses less than " + MemoryLimits.MINIMUM));
    }

    private static boolean isNegative(Field<ByteSize> field) {
        return field instanceof Field.Present<ByteSize> present
                && present.value().value().isNegative();
    }

    private static Change.OfContainer set(ByteSize size, boolean limit) {
        if (limit) {
            return new Change.SetMemoryLimit(size);
        }
        return new Change.SetMemoryReservation(size);
    }

    /** What a number without a unit was meant for: mebibytes, if that makes a valid limit. */
    private static Optional<ByteSize> withUnit(String raw) {
        String digits = raw.endsWith("b") || raw.endsWith("B") ? raw.substring(0, raw.length() - 1) : raw;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        ByteSize meant = ByteSize.mebibytes(Long.parseLong(digits));
        return MemoryLimits.MINIMUM.exceeds(meant) ? Optional.empty() : Optional.of(meant);
    }
}
