package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A file's text and the name it is shown under. The text is what follows a byte order mark: columns do not count the
 * mark, and whoever writes the file puts it back.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private final boolean byteOrderMark;
    private @Nullable LineIndex lines;

    /**
     * A file of decoded text.
     *
     * @param path the shown path, with {@code /}, relative to the working directory where that is possible
     * @param text the text; a leading U+FEFF is taken off and remembered
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.byteOrderMark = !text.isEmpty() && text.charAt(0) == '\uFEFF';
        this.text = byteOrderMark ? text.substring(1) : text;
    }

    /** The shown path. */
    public String path() {
        return path;
    }

    /** The part of the path after the last {@code /}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The text without a byte order mark. */
    public String text() {
        return text;
    }

    /** Whether the file began with a byte order mark. */
    public boolean hasByteOrderMark() {
        return byteOrderMark;
    }

    /** The line index, made when first asked for: a run without findings needs none. */
    public LineIndex lines() {
        LineIndex index = lines;
        if (index == null) {
            index = LineIndex.of(text);
            lines = index;
        }
        return index;
    }

    @Override
    public String toString() {
        return path;
    }
}
