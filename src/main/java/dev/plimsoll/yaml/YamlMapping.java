package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping, its entries in the order in which they were written, {@code <<} among them. */
public final class YamlMapping extends YamlNode {
    private final List<Entry> entries;
    private final boolean flow;

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
