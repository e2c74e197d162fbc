package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. In block style its span begins at the first dash. */
public final class YamlSequence extends YamlNode {
    private final List<YamlNode> items;
    private final boolean flow;

    YamlSequence(
            SourceFile file,
            Span span,
            @Nullable String tag,
            @Nullable String anchor,
            List<YamlNode> items,
            boolean flow) {
        super(file, span, tag, anchor);
        this.items = List.copyOf(items);
        this.flow = flow;
    }

    /** The items as written. */
    public List<YamlNode> items() {
        return items;
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
