package dev.plimsoll.files;

import java.io.IOException;

/**
 * A file that is not written because of what it is or where it lies. The message is the predicate of a sentence about the
 * file: one line, lower case, without final period, as {@code is read-only}.
 */
public final class UnwritableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A file of which this is true. */
    public UnwritableException(String predicate) {
        super(predicate);
    }
}
