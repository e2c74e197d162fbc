package dev.plimsoll.source;

/**
 * A place in a text that a hand-written reader moves on. It keeps such a reader from running forever, whatever the text:
 * it goes forward only, but for a number of steps back that is agreed on beforehand, and it may be asked only so often
 * without going on. So a loop that forgets to take a unit fails, and need not be thought of in each loop.
 *
 * <p>The answers about the place count as questions; {@link #limit()} does not, since readers look ahead as far as they
 * like.
 */
public final class Cursor {
    /**
     * Questions at one place. Readers that are sixty levels deep in each other ask some hundred times; what asks a
     * hundred thousand times stands still, and a hundred thousand answers take no time that anybody notices.
     */
    private static final int MAX_QUESTIONS = 100_000;

    private final String text;
    private int at;
    private int limit;
    private int questions;
    private int stepsBack;

    /** At the beginning of a text, with no way back. */
    public Cursor(String text) {
        this(text, 0, text.length(), 0);
    }

    /**
     * At an index of a text.
     *
     * @param limit where reading ends
     * @param stepsBack how often {@link #back} may be used
     */
    public Cursor(String text, int at, int limit, int stepsBack) {
        this.text = text;
        this.at = at;
        this.limit = limit;
        this.stepsBack = stepsBack;
    }

    /** The index. */
    public int at() {
        ask();
        return at;
    }

    /** Whether a unit is left. */
    public boolean more() {
        ask();
        return at < limit;
    }

    /**
     * The unit at the index.
     *
     * @throws IndexOutOfBoundsException if the text ends here
     */
    public char unit() {
        ask();
        return text.charAt(at);
    }

    /** The unit some units behind the index; NUL where reading has ended by then. */
    public char ahead(int units) {
        ask();
        return at + units < limit ? text.charAt(at + units) : '\0';
    }

    /** Whether the text goes on with another one, behind the limit too. */
    public boolean startsWith(String other) {
        ask();
        return text.startsWith(other, at);
    }

    /** Where reading ends. */
    public int limit() {
        return limit;
    }

    /**
     * Goes on by a number of units, to the limit at most.
     *
     * @throws IllegalStateException if the number is negative
     */
    public void skip(int units) {
        to(Math.min(limit, at + units));
    }

    /**
     * Goes on to an index; stays where that is the index itself.
     *
     * @throws IllegalStateException if it lies behind
     */
    public void to(int index) {
        if (index < at) {
            throw new IllegalStateException("a reader goes back from " + at + " to " + index);
        }
        if (index > at) {
            at = index;
            questions = 0;
        }
    }

    /** Goes on to the limit, where nothing is left to read. */
    public void toEnd() {
        to(Math.max(at, limit));
    }

    /**
     * Goes to any index, one of the steps back that were agreed on.
     *
     * @throws IllegalStateException if none is left
     */
    public void back(int index) {
        stepsBack--;
        if (stepsBack < 0) {
            throw new IllegalStateException("a reader goes back once more, from " + at + " to " + index);
        }
        at = index;
        questions = 0;
    }

    /**
     * Lets reading end elsewhere.
     *
     * @return where it ended so far
     */
    public int limit(int other) {
        int before = limit;
        limit = other;
        return before;
    }

    private void ask() {
        questions++;
        if (questions > MAX_QUESTIONS) {
            throw new IllegalStateException("a reader stands still at " + at);
        }
    }
}
