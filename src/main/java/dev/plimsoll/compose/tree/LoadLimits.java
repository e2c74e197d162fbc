package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;

/**
 * What a project may ask of us, and how much of it one has used. Real ones stay far below; what goes above is a cycle or an
 * attack. The limits keep the work in proportion to what is written, where a few lines could ask for all time or memory.
 */
public final class LoadLimits {
    /** Files that include each other in a row: a deeper stack might overflow. */
    public static final int MAX_INCLUDE_DEPTH = 200;

    /**
     * Times that files are loaded through {@code include} and {@code extends}. A file counts again for each other directory
     * and each other set of variables that it is loaded with, and two of those in each of 24 files ask for millions.
     */
    public static final int MAX_LOADS = 2_000;

    /** Nodes that services get from those they extend: thousands may extend one long service. */
    public static final int MAX_EXTENDED_NODES = 1_000_000;

    /**
     * Services and other resources that files get from those they include, and documents from those before them: in a
     * chain each gets all again.
     */
    public static final int MAX_INCLUDED = 1_000_000;

    /** Variables that services get from files: thousands may read one long file. */
    public static final int MAX_ENVIRONMENT = 1_000_000;

    /** UTF-16 units that variables bring in: where each is twice the one before, 30 lines ask for all memory. */
    public static final int MAX_EXPANDED = 4 * 1024 * 1024;

    /** What to say of a reference that goes beyond that. */
    public static final String OUTGROWN = "variables bring in more than " + MAX_EXPANDED + " characters";

    private int loads;
    private int included;
    private int extended;
    private int environment;
    private int expanded;

    /** Whether one more file may be loaded. */
    public boolean load() {
        loads++;
        return loads <= MAX_LOADS;
    }

    /** Whether all that a project has may be copied, into one that includes it or that is merged over it. */
    public boolean include(MapNode project) {
        for (Entry section : project.entries().values()) {
            int size = section.value() instanceof MapNode map ? map.entries().size() : 1;
            included = sum(included, size, MAX_INCLUDED);
        }
        return included <= MAX_INCLUDED;
    }

    /** Whether a service may be copied into one that extends it. */
    public boolean extend(MapNode service) {
        count(service);
        return extended <= MAX_EXTENDED_NODES;
    }

    private void count(Node node) {
        if (extended > MAX_EXTENDED_NODES) {
            return;
        }
        extended++;
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries().values()) {
                count(entry.value());
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                count(item);
            }
        }
    }

    /** Whether a service may get that many more variables from files. */
    public boolean environment(int variables) {
        environment = sum(environment, variables, MAX_ENVIRONMENT);
        return environment <= MAX_ENVIRONMENT;
    }

    /** Whether a variable's value may stand in for one more reference to it. */
    public boolean expand(String value) {
        expanded = sum(expanded, value.length(), MAX_EXPANDED);
        return expanded <= MAX_EXPANDED;
    }

    private static int sum(int used, int more, int most) {
        return more > most - used ? most + 1 : used + more;
    }
}
