package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.TmpfsTotal;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/** Containers of a project that may take more memory together than the host has. */
public final class HostMemoryExceeded implements ProjectRule {
    /** Beyond half of the host's memory its tmpfs leaves too little for programs. */
    private static final int TMPFS_PART = 2;

    private final ByteSize host;

    /**
     * A rule for a host.
     *
     * @param host its memory; zero if that is not known, and then nothing is found
     */
    public HostMemoryExceeded(ByteSize host) {
        this.host = host;
    }

    /** What a container may take, all replicas together, and where that is written. */
    private record Share(Container container, Located<?> written, ByteSize bytes) {}

    @Override
    public String id() {
        return "host-memory-exceeded";
    }

    @Override
    public List<Finding> check(Project project) {
        if (host.bytes() == 0 || project.containers().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        limits(project, host, findings);
        tmpfs(project, host, findings);
        return findings;
    }

    private static void limits(Project project, ByteSize host, List<Finding> findings) {
        List<Share> shares = new ArrayList<>();
        for (Container container : alwaysOn(project)) {
            if (container.memory().limit() instanceof Field.Present<ByteSize> limit
                    && limit.known().isPresent()) {
                ByteSize each = limit.known().get();
                shares.add(new Share(container, limit.value(), each.times(replicas(container))));
            }
        }
        ByteSize sum = sum(shares);
        if (sum.exceeds(host)) {
            findings.add(finding(shares, "limits")
                    .help("lower the limits, or run fewer of these on one host")
                    .says("memory limits of the project add up to " + sum + ", more than the " + host
                            + " of the host: the kernel kills containers that are within their limits"));
        }
    }

    private static void tmpfs(Project project, ByteSize host, List<Finding> findings) {
        List<Share> shares = new ArrayList<>();
        for (Container container : alwaysOn(project)) {
            TmpfsTotal total = TmpfsTotal.of(container).withoutShm();
            if (!total.mounts().isEmpty()) {
                Located<?> first = total.mounts().get(0).declared();
                shares.add(new Share(container, first, total.bytes().times(replicas(container))));
            }
        }
        ByteSize sum = sum(shares);
        ByteSize most = new ByteSize(host.bytes() / TMPFS_PART);
        if (sum.exceeds(most)) {
            findings.add(finding(shares, "tmpfs")
                    .help("keep all tmpfs of a host below half of its memory")
                    .says("tmpfs of the project may hold " + sum + ", more than half of the host's " + host
                            + ": too little is left for the programs"));
        }
    }

    /** Containers of a profile run only when it is switched on, so they are not counted with the others. */
    private static List<Container> alwaysOn(Project project) {
        List<Container> on = new ArrayList<>();
        for (Container container : project.containers()) {
            if (container.profiles().isEmpty()) {
                on.add(container);
            }
        }
        return on;
    }

    private static int replicas(Container container) {
        Integer replicas = container.replicas().orNull();
        return replicas == null ? 1 : replicas;
    }

    private static ByteSize sum(List<Share> shares) {
        ByteSize sum = ByteSize.ZERO;
        for (Share share : shares) {
            sum = sum.plus(share.bytes());
        }
        return sum;
    }

    /** At the greatest share, with the others labelled. */
    private static FindingDraft<Change.OfContainer> finding(List<Share> shares, String evidence) {
        Share greatest = shares.get(0);
        for (Share share : shares) {
            greatest = share.bytes().exceeds(greatest.bytes()) ? share : greatest;
        }
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(greatest.container(), greatest.written()).evidence(evidence);
        for (Share share : shares) {
            if (!share.equals(greatest)) {
                int replicas = replicas(share.container());
                finding.label(
                        share.written().shown(),
                        "and " + share.bytes() + (replicas > 1 ? " for " + replicas + " replicas" : ""));
            }
        }
        return finding;
    }
}
