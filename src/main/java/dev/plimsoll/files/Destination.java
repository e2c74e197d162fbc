package dev.plimsoll.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** Where a file is to be written: a path without links, which {@link Checkout} found and allowed. */
public final class Destination {
    private final Checkout checkout;
    private final File file;
    private final Path path;

    Destination(Checkout checkout, File file, Path path) {
        this.checkout = checkout;
        this.file = file;
        this.path = path;
    }

    /** The absolute path, on which there was no symbolic link; it need not exist. */
    public Path path() {
        return path;
    }

    /**
     * Looks again, just before the old file is replaced.
     *
     * @throws UnwritableException if the file's path leads elsewhere by now
     */
    void requireUnchanged() throws IOException {
        if (!checkout.destination(file).path.equals(path)) {
            throw new UnwritableException("leads elsewhere since it was read");
        }
    }
}
