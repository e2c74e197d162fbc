package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node as it was written: aliases are not followed and merge keys are not merged. The span is in UTF-16 units of the
 * file and ends with the last character of the node's content, before trailing comments and blank lines.
 */
public abstract sealed class YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {
    private final SourceFile file;
    private final Span span;
    private final @Nullable String tag;
    private final @Nullable String anchor;
    private boolean referenced;

    YamlNode(SourceFile file, Span span, @Nullable String tag, @Nullable String anchor) {
        this.file = file;
        this.span = span;
        this.tag = tag;
        this.anchor = anchor;
    }

    /** The file. */
    public SourceFile file() {
        return file;
    }

    /** Where the content is, without anchor and tag. */
    public Span span() {
        return span;
    }

    /** File and span. */
    public Location location() {
        return new Location(file, span);
    }

    /** The tag as written, such as {@code !reset}; the standard ones in their long form. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** The anchor's name. */
    public Optional<String> anchor() {
        return Optional.ofNullable(anchor);
    }

    /** Whether an alias repeats this node elsewhere, so that a change of it would change that place too. */
    public boolean isReferenced() {
        return referenced;
    }

    void markReferenced() {
        referenced = true;
    }

    /** How messages call this kind of node: "a mapping", "a list", "a string" … */
    public abstract String description();
}
