package dev.plimsoll.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the build wrote as text. A count is one UTF-16 unit, a number two, the upper half first, a size of bytes four;
 * a flag is 0 or 1; a text is its length as a count and its units; a list of texts is their count and these.
 */
final class IndexReader {
    private static final int HALF = 16;
    private static final long LOWER = 0xffff_ffffL;

    private final String units;
    private int at;

    /**
     * A reader of an index.
     *
     * @param units the whole index
     * @param at where to begin, in UTF-16 units
     */
    IndexReader(String units, int at) {
        this.units = units;
        this.at = at;
    }

    /** Where it is, in UTF-16 units. */
    int at() {
        return at;
    }

    int count() {
        return units.charAt(at++);
    }

    int number() {
        int upper = count();
        return (upper << HALF) | count();
    }

    long size() {
        long upper = number();
        return (upper << (2 * HALF)) | (number() & LOWER);
    }

    boolean flag() {
        return count() != 0;
    }

    String text() {
        int length = count();
        at += length;
        return units.substring(at - length, at);
    }

    List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }
}
