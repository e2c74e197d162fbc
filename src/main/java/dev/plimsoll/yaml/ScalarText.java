package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;

/**
 * Finds for each unit of a scalar's value the place where it was written, by walking the value and the raw text side by
 * side. Where the two part (an escape that it does not know, a folded line), the unit is placed at the whole scalar.
 */
final class ScalarText {
    private ScalarText() {}

    static Text of(YamlScalar scalar) {
        Location content = scalar.content();
        String raw = content.text();
        return switch (scalar.style()) {
            case SINGLE_QUOTED -> walk(scalar, content, raw, false);
            case DOUBLE_QUOTED -> walk(scalar, content, raw, true);
            case PLAIN, LITERAL, FOLDED -> walk(scalar, content, raw, false);
        };
    }

    private static Text walk(YamlScalar scalar, Location content, String raw, boolean escapes) {
        String value = scalar.value();
        int base = content.span().start();
        Text.Builder text = Text.builder(scalar.file(), base);
        boolean block = scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
        boolean folds = scalar.style() != YamlScalar.Style.LITERAL;
        int at = block ? afterHeader(raw) : 0;
        int last = at;
        boolean inBreaks = false;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (Character.isLowSurrogate(unit) && at > last && raw.charAt(last) == '\\') {
                // the second half of what one escape stands for
                text.written(unit, base + last, base + at);
                continue;
            }
            int found = escapes ? skipEscapedBreaks(raw, at) : at;
            if (Character.isWhitespace(unit) || (found < raw.length() && isBreak(raw.charAt(found)))) {
                found = skipFolding(raw, found, unit);
            }
            boolean atBreak = found < raw.length() && isBreak(raw.charAt(found));
            if (atBreak && unit == '\n' && folds && !inBreaks) {
                // of several line breaks the first is folded away
                int next = nextLine(raw, found);
                found = next < raw.length() && isBreak(raw.charAt(next)) ? next : found;
            }
            inBreaks = atBreak;
            int length = found < raw.length() ? matchLength(raw, found, unit, scalar.style(), escapes) : 0;
            if (length == 0) {
                text.written(unit, content.span().start(), content.span().end());
                continue;
            }
            text.written(unit, base + found, base + found + length);
            last = found;
            at = found + length;
        }
        return text.build();
    }

    /** The index behind line breaks that a backslash takes away. */
    private static int skipEscapedBreaks(String raw, int at) {
        int i = at;
        while (i + 1 < raw.length() && raw.charAt(i) == '\\' && isBreak(raw.charAt(i + 1))) {
            i = nextLine(raw, i + 1);
        }
        return i;
    }

    /** The index of the first unit of the next line that is not a blank. */
    private static int nextLine(String raw, int lineBreak) {
        boolean two =
                raw.charAt(lineBreak) == '\r' && lineBreak + 1 < raw.length() && raw.charAt(lineBreak + 1) == '\n';
        return skipIndent(raw, lineBreak + (two ? 2 : 1));
    }

    private static int afterHeader(String raw) {
        int i = 0;
        while (i < raw.length() && !isBreak(raw.charAt(i))) {
            i++;
        }
        i = i + 1 < raw.length() && raw.charAt(i) == '\r' && raw.charAt(i + 1) == '\n' ? i + 2 : i + 1;
        return skipIndent(raw, i);
    }

    /** How many raw units at an index stand for a unit of the value; 0 where they do not. */
    private static int matchLength(String raw, int at, char unit, YamlScalar.Style style, boolean escapes) {
        char c = raw.charAt(at);
        if (style == YamlScalar.Style.SINGLE_QUOTED && c == '\'') {
            return unit == '\'' ? 2 : 0;
        }
        if (escapes && c == '\\' && at + 1 < raw.length()) {
            return switch (raw.charAt(at + 1)) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }
        if (isBreak(c)) {
            if (unit != ' ' && unit != '\n') {
                return 0;
            }
            int next = c == '\r' && at + 1 < raw.length() && raw.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            return skipIndent(raw, next) - at;
        }
        return c == unit ? 1 : 0;
    }

    /** Spaces before a folded line break belong to the break. */
    private static int skipFolding(String raw, int at, char unit) {
        int i = at;
        while (i < raw.length() && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
            i++;
        }
        return i < raw.length() && isBreak(raw.charAt(i)) && i > at && (unit == ' ' || unit == '\n') ? i : at;
    }

    private static int skipIndent(String raw, int at) {
        int i = at;
        while (i < raw.length() && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
