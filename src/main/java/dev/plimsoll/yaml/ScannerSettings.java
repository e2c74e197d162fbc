package dev.plimsoll.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * How the library reads a text. It makes a resolver of scalars for each new settings, which a parser of events does not use, so
 * those that were made are kept.
 */
final class ScannerSettings {
    /** The scanner's own default, in UTF-16 units. */
    private static final int MIN_BUFFER = 1024;

    /**
     * What the scanner reads at a time at most, in UTF-16 units: it takes six bytes for each. A word that is longer than this
     * is copied again for each piece, so that small pieces would take the square of its length.
     */
    private static final int MAX_BUFFER = 1 << 18;

    /** By how often the buffer is doubled. They are immutable: two threads may both make the same, which does no harm. */
    private static final @Nullable LoadSettings[] KNOWN = new LoadSettings[Integer.SIZE];

    private ScannerSettings() {}

    /** Those for a text of so many UTF-16 units. */
    static LoadSettings of(int length) {
        int doubled = 0;
        while (MIN_BUFFER << doubled < Math.min(length, MAX_BUFFER)) {
            doubled++;
        }
        @Nullable LoadSettings known = KNOWN[doubled];
        if (known == null) {
            known = LoadSettings.builder()
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setUseMarks(true)
                    .setBufferSize(MIN_BUFFER << doubled)
                    .build();
            KNOWN[doubled] = known;
        }
        return known;
    }
}
