package dev.plimsoll.fix;

import java.util.ArrayList;
import java.util.List;

/** Where two texts differ, line by line. Lines end at a line feed; a carriage return before it belongs to the line. */
public final class LineChanges {
    /** Lines that a single change may take away and add, together; a larger one is shown as replaced to the end. */
    private static final int MAX_CHANGED = 4000;

    private final List<String> before;
    private final List<String> after;

    private LineChanges(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Lines {@code from} to {@code to} of the old text that became others; from 0, ends exclusive. */
    public record Change(int from, int to, int newFrom, int newTo) {}

    /** The lines of a text with what ends them; the last one of a text without a final line feed has nothing. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(from, end));
            from = end;
        }
        return lines;
    }

    /** The changes that make some lines of others, in order. */
    public static List<Change> between(List<String> before, List<String> after) {
        return new LineChanges(before, after).all();
    }

    private List<Change> all() {
        List<Change> changes = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        while (old < before.size() || fresh < after.size()) {
            if (same(old, fresh)) {
                old++;
                fresh++;
                continue;
            }
            Change change = change(old, fresh);
            changes.add(change);
            old = change.to();
            fresh = change.newTo();
        }
        return changes;
    }

    private boolean same(int old, int fresh) {
        return old < before.size() && fresh < after.size() && before.get(old).equals(after.get(fresh));
    }

    /** The smallest change from here after which the texts agree again. */
    private Change change(int old, int fresh) {
        for (int size = 1; size <= MAX_CHANGED; size++) {
            for (int removed = 0; removed <= size; removed++) {
                int oldEnd = old + removed;
                int newEnd = fresh + size - removed;
                if (oldEnd <= before.size() && newEnd <= after.size() && resumes(oldEnd, newEnd)) {
                    return new Change(old, oldEnd, fresh, newEnd);
                }
            }
        }
        return new Change(old, before.size(), fresh, after.size());
    }

    /** Whether the texts agree from here on, as far as the next line tells; a blank one tells nothing. */
    private boolean resumes(int old, int fresh) {
        int i = 0;
        while (same(old + i, fresh + i)) {
            if (!before.get(old + i).isBlank()) {
                return true;
            }
            i++;
        }
        return old + i == before.size() && fresh + i == after.size();
    }
}
