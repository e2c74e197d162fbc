package dev.plimsoll.compose.tree;

import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;

/** What brought a node where it counts. Nearly all nodes of a document share one. */
public final class Way {
    /** That of a node that stands where it counts. */
    public static final Way DIRECT = new Way(List.of(), false, false);

    /** That of one inside braces or brackets. */
    public static final Way IN_FLOW = new Way(List.of(), false, true);

    private final List<Location> through;
    private final boolean shared;
    private final boolean inFlow;

    private Way(List<Location> through, boolean shared, boolean inFlow) {
        this.through = through;
        this.shared = shared;
        this.inFlow = inFlow;
    }

    /** The way on through an alias, where what stands behind it counts in several places. */
    Way through(Location alias) {
        List<Location> longer = new ArrayList<>(through);
        longer.add(alias);
        return new Way(longer, true, inFlow);
    }

    /** The way of a node that an alias repeats elsewhere. */
    Way shared() {
        return shared ? this : new Way(through, true, inFlow);
    }

    /** The way into braces or brackets. */
    Way inFlow() {
        if (inFlow) {
            return this;
        }
        return this == DIRECT ? IN_FLOW : new Way(through, shared, true);
    }

    /** The aliases that it leads through, the outermost first. */
    public List<Location> through() {
        return through;
    }

    /** Whether an alias repeats the node elsewhere, so that no edit may touch it. */
    public boolean isShared() {
        return shared;
    }

    /** Whether the node stands inside braces or brackets. */
    public boolean isInFlow() {
        return inFlow;
    }
}
