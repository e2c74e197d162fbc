package dev.plimsoll.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The entries at the start of an index, by gitformat-index(5): versions 2, 3 and 4. */
final class IndexEntries {
    /** {@code DIRC}, which stands for a cache of directories. */
    private static final long SIGNATURE = 0x44495243;

    private static final int OLDEST = 2;
    /** The first one with a second field of flags. */
    private static final int EXTENDED = 3;
    /** The one that leaves out what names share with the one before. */
    private static final int COMPRESSED = 4;

    private static final int MODE_AT = 24;
    /** Length of what stands before the hash. */
    private static final int STATUS = 40;

    private static final int FLAG_EXTENDED = 0x4000;
    private static final int TYPE = 0170000;
    private static final int SUBMODULE = 0160000;

    /** Longest name, in bytes; no system takes a path that long. */
    private static final int MAX_NAME = 1 << 16;

    private final IndexBytes in;
    private final int hashBytes;
    private byte[] name = new byte[256];
    private int length;

    IndexEntries(IndexBytes in, int hashBytes) {
        this.in = in;
        this.hashBytes = hashBytes;
    }

    /** Takes entries. */
    interface Visitor {
        /**
         * Takes an entry.
         *
         * @param path from the root, with slashes; empty for one that replaces an entry of the shared index
         */
        void entry(long number, String path, boolean isSubmodule);
    }

    /**
     * Reads the header and all entries.
     *
     * @throws IOException if it is no index, or one that is damaged
     */
    void read(Visitor visitor) throws IOException {
        long signature = in.int32();
        long version = in.int32();
        if (signature != SIGNATURE || version < OLDEST || version > COMPRESSED) {
            throw new IOException("no index of git");
        }
        long count = in.int32();
        for (long number = 0; number < count; number++) {
            long start = in.position();
            in.skip(MODE_AT);
            long mode = in.int32();
            in.skip(STATUS - MODE_AT - 4 + hashBytes);
            int flags = in.next() << 8 | in.next();
            in.skip(version >= EXTENDED && (flags & FLAG_EXTENDED) != 0 ? 2 : 0);
            if (version == COMPRESSED) {
                keep(in);
                readName();
            } else {
                length = 0;
                readName();
                // the entry is filled with zeros to a multiple of eight bytes; one of them was read
                in.skip(-(in.position() - start) & 7);
            }
            String path = new String(name, 0, length, StandardCharsets.UTF_8);
            visitor.entry(number, path, (mode & TYPE) == SUBMODULE);
        }
    }

    /** Keeps what the name before shares with this one. The number is written as offsets in packs are. */
    private void keep(IndexBytes in) throws IOException {
        int c = in.next();
        long removed = c & 0x7F;
        while ((c & 0x80) != 0 && removed <= MAX_NAME) {
            c = in.next();
            removed = ((removed + 1) << 7) + (c & 0x7F);
        }
        if (removed > length) {
            throw new IOException("a name is shorter than nothing");
        }
        length -= (int) removed;
    }

    private void readName() throws IOException {
        for (int c = in.next(); c != 0; c = in.next()) {
            if (length == MAX_NAME) {
                throw new IOException("a name does not end");
            }
            name = length == name.length ? Arrays.copyOf(name, length * 2) : name;
            name[length++] = (byte) c;
        }
    }
}
