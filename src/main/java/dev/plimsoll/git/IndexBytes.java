package dev.plimsoll.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an index in their order, read in blocks: an index may be larger than the memory. */
final class IndexBytes {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private long before;

    IndexBytes(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read. */
    long position() {
        return before + at;
    }

    /**
     * The next byte, from 0 to 255.
     *
     * @throws EOFException if there is none
     */
    int next() throws IOException {
        if (at == end) {
            before += end;
            at = 0;
            end = Math.max(in.read(block), 0);
            if (end == 0) {
                throw new EOFException();
            }
        }
        return block[at++] & 0xFF;
    }

    /** The next four bytes as a number without a sign. */
    long int32() throws IOException {
        return (long) next() << 24 | next() << 16 | next() << 8 | next();
    }

    /** The next eight bytes. */
    long int64() throws IOException {
        return int32() << 32 | int32();
    }

    /** Reads on without a look at what is there. */
    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            long here = Math.min(left, end - at);
            at += (int) here;
            left -= here;
            if (left > 0) {
                next();
                left--;
            }
        }
    }
}
