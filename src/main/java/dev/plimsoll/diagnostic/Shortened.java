package dev.plimsoll.diagnostic;

import java.util.Optional;

/** Texts that quote a user's own, of which a file may have megabytes, for each of thousands of findings. */
public final class Shortened {
    /** UTF-16 units of what is said of a finding: whoever reads it has long seen enough. */
    private static final int MAX_WORDS = 1000;

    private Shortened() {}

    /** What is said of a finding, as long as anybody reads. */
    static String words(String text) {
        return to(MAX_WORDS, text);
    }

    /** What is said of a finding, if anything is. */
    static Optional<String> words(Optional<String> text) {
        return text.isPresent() && text.get().length() > MAX_WORDS ? Optional.of(words(text.get())) : text;
    }

    /** A text of at most so many UTF-16 units, at least two; where some are left out, an ellipsis is the last. */
    public static String to(int units, String text) {
        if (text.length() <= units) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(units - 2)) ? units - 2 : units - 1;
        return text.substring(0, end) + "…";
    }
}
