package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping, its entries in the order in which they were written, {@code <<} among them. */
public final class YamlMapping extends YamlNode {
    private static final String MERGE_KEY = "<<";

    private final List<Entry> entries;
    private final boolean flow;
    /** Whether there is a merge key; null until somebody asks. */
    private @Nullable Boolean merging;

    YamlMapping(
            SourceFile file,
            Span span,
            @Nullable String tag,
            @Nullable String anchor,
            List<Entry> entries,
            boolean flow) {
        super(file, span, tag, anchor);
        this.entries = List.copyOf(entries);
        this.flow = flow;
    }

    /** The entries as written. */
    public List<Entry> entries() {
        return entries;
    }

    /** The index of the entry whose key stands there; -1 if there is none. */
    public int indexOf(Span key) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).key().span().start() < key.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < entries.size() && entries.get(low).key().span().equals(key) ? low : -1;
    }

    /** Whether it merges other mappings into itself. */
    public boolean isMerging() {
        if (merging == null) {
            merging = findMergeKey();
        }
        return merging;
    }

    private boolean findMergeKey() {
        for (Entry entry : entries) {
            if (entry.key() instanceof YamlScalar key && key.value().equals(MERGE_KEY)) {
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
}
