package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A mapping, its entries in the order in which they were written, {@code <<} among them. */
public final class YamlMapping extends YamlNode {
    private static final String MERGE_KEY = "<<";

    /** Keys and values by turns: an object for each entry would be half a million of them in a large file. */
    private final YamlNode[] nodes;

    private final boolean flow;
    private final boolean merging;

    YamlMapping(Properties properties, int start, int end, YamlNode[] nodes, boolean flow) {
        super(properties, start, end);
        this.nodes = nodes;
        this.flow = flow;
        this.merging = hasMergeKey(nodes);
    }

    /** The entries as written. */
    public List<Entry> entries() {
        return new Entries(nodes);
    }

    /** Number of entries. */
    public int size() {
        return nodes.length / 2;
    }

    /** The key at an index. */
    public YamlNode key(int index) {
        return nodes[2 * index];
    }

    /** The value at an index. */
    public YamlNode value(int index) {
        return nodes[2 * index + 1];
    }

    /** The index of the entry whose key stands there; -1 if there is none. */
    public int indexOf(Span key) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).start() < key.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size() && key(low).span().equals(key) ? low : -1;
    }

    /** Whether it merges other mappings into itself. */
    public boolean isMerging() {
        return merging;
    }

    private static boolean hasMergeKey(YamlNode[] nodes) {
        for (int i = 0; i < nodes.length; i += 2) {
            if (nodes[i] instanceof YamlScalar key && key.value().equals(MERGE_KEY)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is written in braces. */
    public boolean isFlow() {
        return flow;
    }

    @Override
    public String description() {
        return "a mapping";
    }

    /**
     * One key with its value.
     *
     * @param key the key; Compose allows strings only
     * @param value the value; a scalar of no width after the colon where none was written
     */
    public record Entry(YamlNode key, YamlNode value) {}

    /** The entries, made when somebody looks at them. */
    private static final class Entries extends AbstractList<Entry> implements RandomAccess {
        private final YamlNode[] nodes;

        Entries(YamlNode[] nodes) {
            this.nodes = nodes;
        }

        @Override
        public Entry get(int index) {
            return new Entry(nodes[2 * index], nodes[2 * index + 1]);
        }

        @Override
        public int size() {
            return nodes.length / 2;
        }
    }
}
