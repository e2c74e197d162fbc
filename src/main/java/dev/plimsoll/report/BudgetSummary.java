package dev.plimsoll.report;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.HostBudget;
import dev.plimsoll.model.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences that all formats share. */
final class BudgetSummary {
    private BudgetSummary() {}

    /** What a container may take: {@code ×4  limit 8g, no swap}. */
    static String terms(ContainerBudget container) {
        StringBuilder terms = new StringBuilder();
        String replicas = replicas(container);
        if (!replicas.equals("1")) {
            terms.append('×').append(replicas).append("  ");
        }
        Optional<ByteSize> limit = container.limit();
        if (limit.isPresent()) {
            terms.append("limit ")
                    .append(limit.get())
                    .append(", ")
                    .append(container.swap().words());
        } else if (container.isUnlimited()) {
            terms.append("no limit");
        } else {
            terms.append("limit ").append(Printable.shortened(container.unknownLimit()));
        }
        if (!container.profiles().isEmpty()) {
            terms.append(", profile ").append(Printable.shortened(String.join(", ", container.profiles())));
        }
        return terms.toString();
    }

    static String replicas(ContainerBudget container) {
        return container.replicas().isPresent()
                ? Integer.toString(container.replicas().getAsInt())
                : "?";
    }

    /** All containers together, on one line. */
    static String of(Budget budget) {
        return String.join("; ", lines(budget));
    }

    /** All containers together, what they may take of the host on a line of its own. */
    static List<String> lines(Budget budget) {
        HostBudget host = budget.host();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("all together: limits ").append(host.limits());
        if (host.unlimited() > 0) {
            line.append(" and ").append(host.unlimited()).append(" without a limit");
        }
        lines.add(line.append(", tmpfs ").append(host.tmpfs()).toString());
        String profiles = host.inProfiles().bytes() > 0 ? ", " + host.inProfiles() + " of it only with profiles" : "";
        Optional<ByteSize> memory = budget.hostMemory();
        if (memory.isPresent()) {
            String atLeast = host.unlimited() > 0 ? "at least " : "";
            lines.add(atLeast + host.taken() + " of " + memory.get() + " host memory: " + host.percentOf(memory.get())
                    + " %" + profiles);
        }
        return lines;
    }
}
