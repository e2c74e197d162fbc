package dev.plimsoll.credential;

import org.jspecify.annotations.Nullable;

/**
 * A form in which a service writes its credentials.
 *
 * @param service what messages call it: "a GitHub token"
 * @param prefix what it begins with
 * @param least UTF-16 units behind the prefix, at least
 * @param most UTF-16 units behind the prefix, at most
 * @param alphabet of which signs they are
 * @param contains what is in it besides; empty for nothing
 */
record TokenForm(String service, String prefix, int least, int most, Alphabet alphabet, String contains) {
    /** The first token of this form in a text; null if there is none. */
    @Nullable
    String in(String text) {
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
            int from = at + prefix.length();
            int to = from;
            while (to < text.length() && alphabet.has(text.charAt(to))) {
                to++;
            }
            int length = to - from;
            boolean bounded =
                    (at == 0 || !isWord(text.charAt(at - 1))) && (to == text.length() || !isWord(text.charAt(to)));
            if (bounded
                    && length >= least
                    && length <= most
                    && text.substring(from, to).contains(contains)) {
                return text.substring(at, to);
            }
        }
        return null;
    }

    private static boolean isWord(char c) {
        return Alphabet.LETTERS_AND_DIGITS.has(c) || c == '_';
    }
}
