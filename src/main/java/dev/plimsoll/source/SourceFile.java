package dev.plimsoll.source;

import org.jspecify.annotations.Nullable;

/**
 * A file's text and the name it is shown under. The text is what follows a byte order mark: columns do not count the
 * mark, and whoever writes the file puts it back.
 *
 * <p>The text of a file that is withheld (see {@link TrustBoundary}) is for readers only: what is said of it, a
 * {@link Location} of a finding or an error, holds {@link #forReports()} instead, which has the lines but not what is on
 * them. So no report can quote it, whatever it does.
 */
public final class SourceFile {
    private final String path;
    private final String text;
    private final boolean byteOrderMark;
    private final boolean withheld;
    private boolean blank;
    private @Nullable SourceFile forReports;
    private @Nullable LineIndex lines;

    /**
     * A file of decoded text.
     *
     * @param path the shown path, with {@code /}, relative to the working directory where that is possible
     * @param text the text; a leading U+FEFF is taken off and remembered
     */
    public SourceFile(String path, String text) {
        this(path, text, false);
    }

    /**
     * A file of decoded text.
     *
     * @param withheld whether reports must not quote it
     */
    SourceFile(String path, String text, boolean withheld) {
        this.path = path;
        this.withheld = withheld;
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

    /** Whether reports must not quote this file. */
    public boolean isWithheld() {
        return withheld;
    }

    /** Whether this has the lines of a file and not what is on them, so that there is nothing to show. */
    public boolean isBlank() {
        return blank;
    }

    /** This file as reports may see it: itself, or for a withheld file one of the same lines with blanks on them. */
    public SourceFile forReports() {
        return withheld ? withoutContent() : this;
    }

    /**
     * A file of the same path and lines with blanks on them: what is said of a file whose content is never shown, such
     * as one of variables, is said of this.
     */
    public SourceFile withoutContent() {
        SourceFile blank = forReports;
        if (blank == null) {
            char[] units = text.toCharArray();
            for (int i = 0; i < units.length; i++) {
                units[i] = units[i] == '\n' || units[i] == '\r' ? units[i] : ' ';
            }
            blank = new SourceFile(path, new String(units), false);
            blank.blank = true;
            blank.forReports = blank;
            forReports = blank;
        }
        return blank;
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
