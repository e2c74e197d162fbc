package dev.plimsoll.source;

/** A file that cannot be read as text. The message has no path; the location has. */
public final class UnreadableSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location at;

    UnreadableSourceException(SourceFile file, Span span, String message) {
        super(message);
        this.at = new Location(file, span);
    }

    /** The file, and the place where reading had to stop. */
    public Location at() {
        return at;
    }
}
