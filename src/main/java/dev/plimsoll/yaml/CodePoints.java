package dev.plimsoll.yaml;

import java.util.Arrays;

/** Turns snakeyaml's code point indices into UTF-16 offsets. A text without surrogates needs no table. */
final class CodePoints {
    /** Code point indices after which one more UTF-16 unit has been used than code points. */
    private final int[] supplementary;

    private CodePoints(int[] supplementary) {
        this.supplementary = supplementary;
    }

    static CodePoints of(String text) {
        int[] found = {};
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, count * 2));
                }
                found[count] = i - count;
                count++;
                i++;
            }
        }
        return new CodePoints(Arrays.copyOf(found, count));
    }

    int offset(int codePointIndex) {
        if (supplementary.length == 0) {
            return codePointIndex;
        }
        int before = Arrays.binarySearch(supplementary, codePointIndex);
        return codePointIndex + (before >= 0 ? before : -before - 1);
    }
}
