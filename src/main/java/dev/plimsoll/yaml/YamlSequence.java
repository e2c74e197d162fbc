package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.List;

/** A list. In block style its span begins at the first dash. */
public final class YamlSequence extends YamlNode {
    private final List<YamlNode> items;
    private final boolean flow;

    YamlSequence(Properties properties, int start, int end, List<YamlNode> items, boolean flow) {
        super(properties, start, end);
        this.items = List.copyOf(items);
        this.flow = flow;
    }

    /** The items as written. */
    public List<YamlNode> items() {
        return items;
    }

    /** The index of the item that stands there; -1 if there is none. */
    public int indexOf(Span item) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).start() < item.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < items.size() && items.get(low).span().equals(item) ? low : -1;
    }

    /** Whether it is written in brackets. */
    public boolean isFlow() {
        return flow;
    }

    @Override
    public String description() {
        return "a list";
    }
}
