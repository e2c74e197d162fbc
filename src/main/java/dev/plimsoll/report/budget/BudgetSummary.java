package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.ContainerBudget;
import dev.plimsoll.budget.HostBudget;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.report.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sentences that all formats share. */
public final class BudgetSummary {
    /** Names of containers that a line lists. */
    private static final int MAX_NAMES = 8;

    private BudgetSummary() {}

    /** What a container may take: {@code ×4, 4g together; limit 1g, no swap}. Empty for one without a limit. */
    public static String terms(ContainerBudget container) {
        List<String> terms = new ArrayList<>();
        if (container.replicas().orElse(0) != 1) {
            int replicas = container.replicas().orElse(1);
            ByteSize used = container.used();
            boolean more = replicas > 1 && used.bytes() > 0;
            terms.add("×" + replicas(container) + (more ? ", " + used.times(replicas) + " together" : ""));
        }
        Optional<ByteSize> limit = container.limit();
        if (limit.isPresent()) {
            terms.add("limit " + limit.get() + ", " + container.swap().words());
        } else if (!container.isUnlimited()) {
            terms.add("limit " + Printable.shortened(container.unknownLimit()));
        }
        if (!container.profiles().isEmpty()) {
            terms.add("profile " + Printable.shortened(String.join(", ", container.profiles())));
        }
        return String.join("; ", terms);
    }

    static String replicas(ContainerBudget container) {
        return container.replicas().isPresent()
                ? Integer.toString(container.replicas().getAsInt())
                : "?";
    }

    /**
     * What fills the bar of a container without a limit: the host's memory, or the largest limit or amount of the containers of
     * its file, so that no bar looks larger than one beside it that stands for more.
     */
    public static ToScale scale(Budget budget) {
        Map<String, ByteSize> most = new HashMap<>();
        ByteSize host = budget.hostMemory().orElse(ByteSize.ZERO);
        for (ContainerBudget container : budget.containers()) {
            ByteSize amount = container.limit().orElse(container.used());
            ByteSize known = most.getOrDefault(container.path(), host);
            most.put(container.path(), amount.exceeds(known) ? amount : known);
        }
        return container -> most.getOrDefault(container.path(), host);
    }

    /** The bytes that fill a bar, one amount for the containers of a file. */
    public interface ToScale {
        /** Those of a container's file. */
        ByteSize of(ContainerBudget container);
    }

    /** All containers together, on one line. */
    public static String of(Budget budget) {
        return String.join("; ", lines(budget));
    }

    private static String limits(HostBudget host) {
        if (host.limits().bytes() == 0) {
            return host.unlimited() > 0 ? "no limit" : "no known limit";
        }
        return "limits " + host.limits()
                + (host.unlimited() > 0 ? " and " + host.unlimited() + " without a limit" : "");
    }

    private static String tmpfs(HostBudget host) {
        if (host.tmpfs().bytes() == 0) {
            return host.open() > 0 ? ", tmpfs without a size" : "";
        }
        return ", tmpfs " + host.tmpfs() + (host.open() > 0 ? " and " + host.open() + " without a size" : "");
    }

    /** The containers without a bar, which have neither a limit nor anything that counts toward one; empty if all have. */
    static String folded(Budget budget) {
        List<String> names = new ArrayList<>();
        int count = 0;
        for (ContainerBudget container : budget.containers()) {
            if (!container.isDrawn()) {
                count++;
                if (names.size() < MAX_NAMES) {
                    names.add(Printable.shortened(container.name()));
                }
            }
        }
        if (count > names.size()) {
            names.add(count - names.size() + " more");
        }
        return names.isEmpty() ? "" : "no limit, and nothing that would count: " + String.join(", ", names);
    }

    /** All containers together, what they may take of the host on a line of its own. */
    static List<String> lines(Budget budget) {
        HostBudget host = budget.host();
        List<String> lines = new ArrayList<>();
        lines.add("all together: " + limits(host) + tmpfs(host));
        String profiles = host.inProfiles().bytes() > 0 ? ", " + host.inProfiles() + " of it only with profiles" : "";
        Optional<ByteSize> memory = budget.hostMemory();
        if (memory.isPresent()) {
            String atLeast = host.unlimited() > 0 ? "at least " : "";
            lines.add(atLeast + host.taken() + " of " + memory.get() + " host memory: " + host.percentOf(memory.get())
                    + "%" + profiles);
        }
        return lines;
    }
}
