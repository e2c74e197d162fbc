package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node as it was written: aliases are not followed and merge keys are not merged. The span is in UTF-16 units of the
 * file and ends with the last character of the node's content, before trailing comments and blank lines.
 */
public abstract sealed class YamlNode permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {
    private Properties properties;
    private final int start;
    private final int end;

    /**
     * What few nodes have. All that have nothing share one: a large file has a million nodes.
     *
     * @param file the file
     * @param tag the tag as written
     * @param anchor the anchor's name
     * @param referenced whether an alias repeats the node
     * @param text of a scalar that does not stand in the file as it reads, once it was made
     */
    record Properties(
            SourceFile file,
            @Nullable String tag,
            @Nullable String anchor,
            boolean referenced,
            @Nullable Text text) {
        /** Those of a node without any. */
        static Properties none(SourceFile file) {
            return new Properties(file, null, null, false, null);
        }

        /** These with a tag and an anchor. */
        Properties with(@Nullable String newTag, @Nullable String newAnchor) {
            return newTag == null && newAnchor == null ? this : new Properties(file, newTag, newAnchor, false, null);
        }
    }

    YamlNode(Properties properties, int start, int end) {
        this.properties = properties;
        this.start = start;
        this.end = end;
    }

    /** The file. */
    public SourceFile file() {
        return properties.file;
    }

    /** Where the content is, without anchor and tag. */
    public Span span() {
        return new Span(start, end);
    }

    /** Where the content begins: the offset of its first unit in the file, in UTF-16 units. */
    public int start() {
        return start;
    }

    /** Where the content ends: the offset behind its last unit in the file, in UTF-16 units. */
    public int end() {
        return end;
    }

    /** File and span. */
    public Location location() {
        return new Location(properties.file, start, end);
    }

    /** The tag as written, such as {@code !reset}; the standard ones in their long form. */
    public Optional<String> tag() {
        return Optional.ofNullable(properties.tag);
    }

    /** Whether it carries this tag. */
    public boolean isTagged(String tag) {
        return tag.equals(properties.tag);
    }

    /** The anchor's name. */
    public Optional<String> anchor() {
        return Optional.ofNullable(properties.anchor);
    }

    /** Whether an alias repeats this node elsewhere, so that a change of it would change that place too. */
    public boolean isReferenced() {
        return properties.referenced;
    }

    void markReferenced() {
        if (!properties.referenced) {
            properties = new Properties(properties.file, properties.tag, properties.anchor, true, properties.text);
        }
    }

    /** Its properties. */
    Properties properties() {
        return properties;
    }

    /** Remembers the text of a scalar. */
    void remember(Text text) {
        properties = new Properties(properties.file, properties.tag, properties.anchor, properties.referenced, text);
    }

    /** How messages call this kind of node: "a mapping", "a list", "a string" … */
    public abstract String description();
}
