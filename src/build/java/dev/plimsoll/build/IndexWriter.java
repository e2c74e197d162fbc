package dev.plimsoll.build;

/** Writes numbers and words as text, for {@code IndexReader} of the linter, which tells the form. */
final class IndexWriter {
    private static final int HALF = 16;

    private final StringBuilder units = new StringBuilder();

    /** What was written. */
    String written() {
        return units.toString();
    }

    /** How many UTF-16 units were written. */
    int length() {
        return units.length();
    }

    /** A number from 0 to 65,535. */
    void count(int number) {
        if (number < 0 || number > Character.MAX_VALUE) {
            throw new IllegalArgumentException(number + " does not fit into one unit");
        }
        units.append((char) number);
    }

    void number(int number) {
        count(number >>> HALF);
        count(number & Character.MAX_VALUE);
    }

    void size(long bytes) {
        number((int) (bytes >>> (2 * HALF)));
        number((int) bytes);
    }

    void flag(boolean flag) {
        count(flag ? 1 : 0);
    }

    void text(String text) {
        count(text.length());
        units.append(text);
    }

    /** What another writer wrote, as it is. */
    void all(IndexWriter other) {
        units.append(other.units);
    }
}
