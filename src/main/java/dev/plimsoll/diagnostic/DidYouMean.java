package dev.plimsoll.diagnostic;

import java.util.Collection;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known word that somebody probably meant who wrote another one: a key, a value, a rule, a service, an option, a
 * command. What changes by such a guess is never data: a rule that renames what holds data asks for more.
 */
public final class DidYouMean {
    /** UTF-16 units of a word for which one is suggested: no word that is known differs from a longer one by only a third. */
    private static final int MAX_UNITS = 100;

    /** Words that are compared: who declares more services than this looks them up. */
    private static final int MAX_KNOWN = 500;

    /** Units from which on a word may be the beginning of the one that was meant. */
    private static final int MIN_BEGINNING = 3;

    private DidYouMean() {}

    /**
     * The word that was meant: one that differs in punctuation, case or number only, else the closest, else the only one
     * that begins like this. The first of several that are as close; null if none comes near, or what was written is known.
     */
    public static @Nullable String closest(String written, Collection<String> known) {
        if (known.size() > MAX_KNOWN || known.contains(written)) {
            return null;
        }
        @Nullable String meant = sameWord(written, known);
        if (meant == null) {
            // a third of the letters may be wrong; beyond that two words look alike by chance
            meant = within(Math.max(2, written.length() / 3), written, known);
        }
        return meant == null ? onlyContinuation(written, known) : meant;
    }

    /** The word that differs in punctuation, case or number only; null if there is none. */
    public static @Nullable String sameWord(String written, Iterable<String> known) {
        String letters = written.length() > MAX_UNITS ? "" : letters(written);
        for (String word : known) {
            if (!letters.isEmpty() && word.length() <= MAX_UNITS && letters.equals(letters(word))) {
                return word;
            }
        }
        return null;
    }

    /** The closest word of those that are at most so many letters away; null if there is none. */
    public static @Nullable String within(int letters, String written, Iterable<String> known) {
        if (letters == 0 || written.length() > MAX_UNITS) {
            return null;
        }
        LevenshteinDistance distance = new LevenshteinDistance(letters);
        @Nullable String closest = null;
        int least = letters + 1;
        for (String word : known) {
            int shorter = Math.min(written.length(), word.length());
            if (Math.max(written.length(), word.length()) - shorter >= least) {
                continue;
            }
            int apart = isSwapped(written, word) ? 1 : distance.apply(written, word);
            // one letter of a short word, two of a longer one: beyond that it is another word
            if (apart >= 0 && apart < least && apart <= (shorter + 1) / 3) {
                closest = word;
                least = apart;
            }
        }
        return closest;
    }

    /** The only word that is at most so many letters away; null if there is none, or more than one. */
    public static @Nullable String only(int letters, String written, Iterable<String> known) {
        if (written.length() > MAX_UNITS) {
            return null;
        }
        LevenshteinDistance distance = new LevenshteinDistance(letters);
        @Nullable String only = null;
        for (String word : known) {
            if (distance.apply(written, word) >= 0) {
                if (only != null) {
                    return null;
                }
                only = word;
            }
        }
        return only;
    }

    /** {@code , did you mean "tmpfs-unbounded"?} at the end of a message; empty if nothing comes near. */
    public static String hint(String written, Collection<String> known) {
        return hint(closest(written, known));
    }

    /** The same of a word that was found already. */
    public static String hint(@Nullable String meant) {
        return meant == null ? "" : ", did you mean \"" + meant + "\"?";
    }

    /** {@code (did you mean "backend"?)} within a message, behind a blank; empty if nothing comes near. */
    public static String aside(String written, Collection<String> known) {
        @Nullable String meant = closest(written, known);
        return meant == null ? "" : " (did you mean \"" + meant + "\"?)";
    }

    /** Whether two letters beside each other changed places, and no other differs. */
    private static boolean isSwapped(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.regionMatches(at + 2, other, at + 2, one.length() - at - 2);
    }

    /** The letters and digits, without the s of a plural. */
    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                letters.append(Character.toLowerCase(word.charAt(i)));
            }
        }
        int last = letters.length() - 1;
        if (last > 2 && letters.charAt(last) == 's') {
            letters.setLength(last);
        }
        return letters.toString();
    }

    /** The word that begins like this; null if there is none, or more than one. */
    private static @Nullable String onlyContinuation(String written, Iterable<String> known) {
        @Nullable String only = null;
        for (String word : known) {
            if (written.length() >= MIN_BEGINNING && word.startsWith(written)) {
                if (only != null) {
                    return null;
                }
                only = word;
            }
        }
        return only;
    }
}
