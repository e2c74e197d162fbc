package dev.plimsoll.lsp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a configuration somebody types. Read off lines and brackets, not off parsed YAML: while one types, there is none.
 *
 * @param path the keys that lead there, {@link #ITEM} for an item of a list; for a value its own key is the last
 * @param beside the keys of the mapping that are written already, above or below
 * @param form what is typed
 */
record ConfigPlace(List<String> path, Set<String> beside, Form form) {
    /** Stands in a path for an item of a list. */
    static final String ITEM = "[]";

    /** What is typed at a place. */
    enum Form {
        /** A key, or an item of a list. */
        WORD,
        /** What stands behind a key and its colon. */
        VALUE,
        /** Neither: a comment, or more of a text that has begun before. */
        NONE
    }

    /** A key or an item that more may stand below of. */
    private static final class Step {
        private final String name;
        /** The column of the key or dash; -1 in brackets. */
        private final int column;
        /** The bracket that opened it; a blank for none. */
        private final char bracket;

        private final Set<String> keys = new HashSet<>();
        /** Whether a value stands behind it, so that nothing may stand below. */
        private boolean full;

        Step(String name, int column, char bracket) {
            this.name = name;
            this.column = column;
            this.bracket = bracket;
        }
    }

    ConfigPlace {
        path = List.copyOf(path);
        beside = Set.copyOf(beside);
    }

    /** The place of an offset. */
    static ConfigPlace of(String text, int offset) {
        return new Reading(text, offset).place();
    }

    /** One look at a text. */
    private static final class Reading {
        private final String text;
        private final int offset;
        private List<Step> steps = new ArrayList<>();
        private @Nullable Set<String> beside;
        private List<String> path = List.of();
        private Form form = Form.NONE;

        Reading(String text, int offset) {
            this.text = text;
            this.offset = offset;
            steps.add(new Step("", -1, ' '));
        }

        ConfigPlace place() {
            int from = 0;
            while (from <= text.length()) {
                int end = text.indexOf('\n', from);
                end = end < 0 ? text.length() : end;
                boolean here = from <= offset && offset <= end;
                line(from, here ? offset : end, here);
                from = end + 1;
            }
            return new ConfigPlace(path, beside == null ? Set.of() : beside, form);
        }

        private Step top() {
            return steps.get(steps.size() - 1);
        }

        private boolean inBrackets() {
            return top().bracket != ' ';
        }

        /** Reads a line, the one with the cursor up to there. */
        private void line(int from, int end, boolean here) {
            int at = from;
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            boolean blank = at == end || text.charAt(at) == '\r';
            List<Step> before = new ArrayList<>(steps);
            if (inBrackets()) {
                brackets(at, end, here);
            } else if (here || (!blank && text.charAt(at) != '#')) {
                block(at, end, at - from, here);
            }
            if (here && blank) {
                // an empty line ends nothing of what stands around it
                steps = before;
            }
        }

        private void block(int start, int end, int column, boolean here) {
            int at = start;
            int left = column;
            boolean item = isDash(at, end);
            while (top().column > left
                    || (top().column == left && !(item && !top().name.equals(ITEM)))) {
                if (steps.size() == 1) {
                    break;
                }
                steps.remove(steps.size() - 1);
            }
            while (isDash(at, end)) {
                steps.add(new Step(ITEM, left, ' '));
                int dash = at;
                at++;
                while (at < end && text.charAt(at) == ' ') {
                    at++;
                }
                left += at - dash;
            }
            int colon = colon(at, end);
            if (colon >= 0) {
                key(bare(text.substring(at, colon)), left, ' ');
                at = colon + 1;
            }
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            boolean comment = at < end && text.charAt(at) == '#';
            boolean begun = text.substring(at, end).indexOf(' ') >= 0;
            if (at < end && (text.charAt(at) == '[' || text.charAt(at) == '{')) {
                brackets(at, end, here);
            } else if (here) {
                boolean none = comment || begun || (colon < 0 && top().full);
                found(none ? Form.NONE : colon >= 0 ? Form.VALUE : Form.WORD);
            } else if (at < end && !comment && text.charAt(at) != '\r') {
                top().full = true;
            }
        }

        private boolean isDash(int at, int end) {
            return at < end && text.charAt(at) == '-' && (at + 1 == end || " \r".indexOf(text.charAt(at + 1)) >= 0);
        }

        /** Where the colon behind a key is; -1 if there is none. */
        private int colon(int from, int end) {
            for (int at = from; at < end; at++) {
                char c = text.charAt(at);
                if (c == ':' && (at + 1 == end || " \r".indexOf(text.charAt(at + 1)) >= 0)) {
                    return at;
                }
                if (c == '#' || c == '[' || c == '{' || c == ',' || c == '}' || c == ']') {
                    return -1;
                }
            }
            return -1;
        }

        private static String bare(String key) {
            String stripped = key.strip();
            boolean quoted = stripped.length() > 1 && "\"'".indexOf(stripped.charAt(0)) >= 0;
            return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        }

        private void key(String name, int column, char bracket) {
            top().keys.add(name);
            steps.add(new Step(name, column, bracket));
        }

        /** Reads what stands in brackets, as far as the line goes. */
        private void brackets(int start, int end, boolean here) {
            for (int at = start; at < end; at++) {
                char c = text.charAt(at);
                if (c == '[' || c == '{') {
                    // a key behind a brace is a step of its own
                    steps.add(new Step(c == '[' ? ITEM : "", -1, c));
                } else if (c == ']' || c == '}') {
                    leave();
                } else if (c == ',') {
                    leaveKey();
                } else if (inBrackets() && top().bracket == '{') {
                    int colon = colon(at, end);
                    if (colon >= 0 && text.charAt(at) != ' ') {
                        key(bare(text.substring(at, colon)), -1, ':');
                        at = colon;
                    }
                }
            }
            if (here) {
                found(!inBrackets() ? Form.NONE : top().bracket == ':' ? Form.VALUE : Form.WORD);
            }
        }

        private void leaveKey() {
            if (top().bracket == ':') {
                steps.remove(steps.size() - 1);
            }
        }

        private void leave() {
            leaveKey();
            if (inBrackets()) {
                steps.remove(steps.size() - 1);
            }
            top().full |= !inBrackets();
        }

        private void found(Form typed) {
            form = typed;
            List<String> names = new ArrayList<>();
            for (Step step : steps) {
                if (!step.name.isEmpty()) {
                    names.add(step.name);
                }
            }
            path = names;
            beside = top().keys;
        }
    }
}
