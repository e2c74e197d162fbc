package dev.plimsoll.rule;

import java.util.Locale;

/** Whether a name was meant for another one: a letter too many, too few, wrong, or two that changed places. */
public final class Misspelling {
    /** Letters from which on two names that differ in one of them are hardly two names. */
    private static final int MIN_LENGTH = 4;

    private Misspelling() {}

    /**
     * Whether somebody probably meant a name who wrote another one. Names that differ in a number, or in a letter that
     * stands for itself, are two of a series: {@code node-1} and {@code node-2}, {@code node-a} and {@code node-b}.
     */
    public static boolean of(String written, String meant) {
        if (written.equals(meant)) {
            return false;
        }
        return letters(written).equals(letters(meant)) || isOneSlip(written, meant);
    }

    /** A name without capitals and without the signs between its words: {@code dbData} and {@code db-data} are one. */
    public static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isOneSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < MIN_LENGTH || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        String left = one.substring(same, one.length() - tail);
        String right = other.substring(same, other.length() - tail);
        boolean swapped = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        boolean single = left.length() <= 1 && right.length() <= 1;
        return (single || swapped)
                && !hasDigit(left + right)
                && !standsAlone(one, same, left)
                && !standsAlone(other, same, right);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter has no other beside it. */
    private static boolean standsAlone(String name, int at, String letter) {
        return letter.length() == 1 && !isLetter(name, at - 1) && !isLetter(name, at + 1);
    }

    private static boolean isLetter(String name, int at) {
        return at >= 0 && at < name.length() && Character.isLetter(name.charAt(at));
    }
}
