package dev.plimsoll.model;

/**
 * Ports that follow each other.
 *
 * @param first the lowest
 * @param last the highest; below the first for no port at all
 */
public record PortRange(int first, int last) {
    /** No port. */
    private static final PortRange NONE = new PortRange(0, -1);

    private static final int MAX_PORT = 65535;

    /** The range of {@code 80} or {@code 8000-8010}; an empty one for anything else. */
    public static PortRange of(String text) {
        int dash = text.indexOf('-');
        int first = number(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : number(text.substring(dash + 1));
        return first < 0 || last < first ? NONE : new PortRange(first, last);
    }

    private static int number(String text) {
        try {
            int number = text.isEmpty() || text.startsWith("+") ? -1 : Integer.parseInt(text);
            return number > MAX_PORT ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Number of ports. */
    public int size() {
        return last - first + 1;
    }

    /** Whether a port is in both. */
    public boolean overlaps(PortRange other) {
        return size() > 0 && other.size() > 0 && first <= other.last && other.first <= last;
    }
}
