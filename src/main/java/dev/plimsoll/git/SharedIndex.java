package dev.plimsoll.git;

import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What an index says of the one that it continues ({@code core.splitIndex}).
 *
 * @param name of the file beside it
 * @param deleted numbers of the entries that do not count any more
 */
record SharedIndex(String name, BitSet deleted) {
    private static final long LINK = 0x6C696E6B;
    private static final int HEADER = 8;

    /** Entries that an index may have here, which bounds the memory; the largest repositories have some million. */
    private static final long MAX_ENTRIES = 1 << 26;

    /**
     * Looks for it in the extensions behind the entries.
     *
     * @param in behind the last entry
     * @param size of the file, in bytes
     * @return null if the index stands alone
     * @throws IOException if the file is damaged
     */
    static @Nullable SharedIndex read(IndexBytes in, long size, int hashBytes) throws IOException {
        while (in.position() + HEADER + hashBytes <= size) {
            long signature = in.int32();
            long length = in.int32();
            if (signature == LINK && length >= hashBytes) {
                return link(in, length, hashBytes);
            }
            in.skip(length);
        }
        return null;
    }

    private static @Nullable SharedIndex link(IndexBytes in, long length, int hashBytes) throws IOException {
        StringBuilder name = new StringBuilder("sharedindex.");
        boolean isAny = false;
        for (int i = 0; i < hashBytes; i++) {
            int c = in.next();
            isAny |= c != 0;
            name.append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
        BitSet deleted = length > hashBytes ? bits(in) : new BitSet();
        return isAny ? new SharedIndex(name.toString(), deleted) : null;
    }

    /**
     * Reads bits in the form of EWAH: a marker has a bit in its lowest place, a count of words that repeat it in the next 32,
     * and in the upper 31 how many words follow as they are.
     */
    private static BitSet bits(IndexBytes in) throws IOException {
        long size = in.int32();
        long words = in.int32();
        if (size > MAX_ENTRIES) {
            throw new IOException("too many bits");
        }
        BitSet bits = new BitSet();
        long at = 0;
        while (words > 0 && at < size) {
            long marker = in.int64();
            words--;
            long repeated = at + ((marker >>> 1) & 0xFFFFFFFFL) * Long.SIZE;
            if ((marker & 1) != 0) {
                bits.set((int) at, (int) Math.min(repeated, size));
            }
            at = repeated;
            for (long left = marker >>> 33; left > 0 && words > 0 && at < size; left--) {
                add(bits, (int) at, in.int64());
                words--;
                at += Long.SIZE;
            }
        }
        return bits;
    }

    private static void add(BitSet bits, int at, long word) {
        for (int i = 0; i < Long.SIZE; i++) {
            if (((word >>> i) & 1) != 0) {
                bits.set(at + i);
            }
        }
    }
}
