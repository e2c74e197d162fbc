package dev.plimsoll.host;

/** The lines of a text, one after the other. A line ends with LF, CR LF or CR. */
final class Lines {
    private final String text;
    private final int limit;
    private int start;
    private int end;
    private int next;

    /** Before the first line of a part of a text. */
    Lines(String text, int from, int limit) {
        this.text = text;
        this.limit = limit;
        this.next = from;
    }

    /** Goes to the next line; false if there is none. What follows the last line break is a line if it holds anything. */
    boolean advance() {
        if (next >= limit) {
            return false;
        }
        start = next;
        end = start;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        boolean two = end + 1 < limit && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        next = Math.min(limit, end + (two ? 2 : 1));
        return true;
    }

    /** Offset of the first unit. */
    int start() {
        return start;
    }

    /** Offset behind the last unit before the line break. */
    int end() {
        return end;
    }

    /** Offset behind the line break. */
    int next() {
        return next;
    }

    /** The first offset from which a unit is no blank; the end for a blank line. */
    static int skipBlanks(String text, int from, int end) {
        int i = from;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The offset behind the last unit that is no blank. */
    static int trim(String text, int from, int end) {
        int i = end;
        while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i;
    }
}
