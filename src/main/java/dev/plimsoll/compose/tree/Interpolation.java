package dev.plimsoll.compose.tree;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables in values, as compose-go's template package reads them: {@code $X}, {@code ${X}}, {@code :-}, {@code -},
 * {@code :?}, {@code ?}, {@code :+}, {@code +}, nested in the part behind the operator, {@code $$} for a dollar sign. A
 * dollar sign before anything else stands for itself. Unless all variables are known, one that is not set counts as
 * unknown, though Compose would put nothing there: whoever wrote it means to set it.
 */
public final class Interpolation {
    private static final int MAX_NESTING = 32;

    /** Units of a reference that a message quotes. */
    private static final int MAX_QUOTED = 60;

    private final Map<String, String> variables;
    private final boolean complete;
    private final LoadLimits limits;
    private @Nullable Location outgrown;
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private final Set<String> unset = new HashSet<>(0);

    /** Resolves with these variables. */
    public Interpolation(Variables variables) {
        this(variables.values(), variables.complete(), new LoadLimits());
    }

    /**
     * Resolves with the values that the map has when they are asked for.
     *
     * @param complete whether these are all variables; see {@link Variables}
     * @param limits what the values may come to
     */
    public Interpolation(Map<String, String> variables, boolean complete, LoadLimits limits) {
        this.variables = variables;
        this.complete = complete;
        this.limits = limits;
    }

    /** The first reference whose value would have been too much; null if there is none. */
    public @Nullable Location outgrown() {
        return outgrown;
    }

    /**
     * A reference that makes Compose refuse the file.
     *
     * @param at the reference
     * @param message why: lower case, no final period
     * @param unset whether it is right, and wants a variable that has no value
     */
    public record Refusal(Location at, String message, boolean unset) {}

    /** What Compose refuses of all that was resolved so far. */
    public Collection<Refusal> refusals() {
        return refusals;
    }

    /** The variables without an operator that had no known value so far. */
    public Set<String> unset() {
        return unset;
    }

    /**
     * A text with its variables resolved.
     *
     * @param text the outcome, with unknown parts where a variable has no known value
     * @param variables the names used, in order
     */
    public record Result(Text text, List<String> variables) {}

    /** A text with the values of its variables in place of the references. */
    public Result apply(Text text) {
        if (text.value().indexOf('$') < 0) {
            return new Result(text, List.of());
        }
        Text.Builder out = Text.builder(text.file(), text.location().span().start());
        List<String> used = new ArrayList<>();
        resolve(text, false, out, used, 0);
        return new Result(out.build(), used);
    }

    private void resolve(Text text, boolean isDefault, Text.Builder out, List<String> used, int nesting) {
        String value = text.value();
        int i = 0;
        while (i < value.length()) {
            if (value.charAt(i) != '$' || i + 1 == value.length()) {
                copy(text, i, isDefault, out);
                i++;
                continue;
            }
            char next = value.charAt(i + 1);
            if (next == '$') {
                Span both = text.part(i, i + 2).location().span();
                out.written('$', both.start(), both.end());
                i += 2;
            } else if (next == '{') {
                i = braced(text, i, out, used, nesting);
            } else if (isNameStart(next)) {
                int end = nameEnd(value, i + 1);
                variable(value.substring(i + 1, end), text.part(i, end), out, used);
                i = end;
            } else {
                copy(text, i, isDefault, out);
                i++;
            }
        }
    }

    private static void copy(Text text, int index, boolean isDefault, Text.Builder out) {
        if (isDefault) {
            out.copyAsDefault(text, index);
        } else {
            out.copy(text, index);
        }
    }

    /** Resolves {@code ${…}} at an index; returns the index after it. */
    private int braced(Text text, int start, Text.Builder out, List<String> used, int nesting) {
        String value = text.value();
        int close = closingBrace(value, start + 2);
        int nameEnd = nameEnd(value, start + 2);
        if (close < 0 || nameEnd == start + 2 || nesting == MAX_NESTING) {
            Location place =
                    text.part(start, close < 0 ? value.length() : close + 1).location();
            refuse(place, notAReference(place), false);
            out.unknown(text.from(start).location().span());
            return value.length();
        }
        Text reference = text.part(start, close + 1);
        String name = value.substring(start + 2, nameEnd);
        if (nameEnd == close) {
            variable(name, reference, out, used);
            return close + 1;
        }
        used.add(name);
        if (":-?+".indexOf(value.charAt(nameEnd)) < 0
                || (value.charAt(nameEnd) == ':' && "-?+".indexOf(value.charAt(nameEnd + 1)) < 0)) {
            Location place = reference.location();
            refuse(place, notAReference(place), false);
            out.unknown(place.span());
            return close + 1;
        }
        boolean colon = value.charAt(nameEnd) == ':';
        int operatorAt = colon ? nameEnd + 1 : nameEnd;
        char operator = value.charAt(operatorAt);
        @Nullable String known = variables.get(name);
        boolean set = known != null && !(colon && known.isEmpty());
        Text operand = text.part(Math.min(operatorAt + 1, close), close);
        if (operator == '-' && !set) {
            resolve(operand, true, out, used, nesting + 1);
        } else if (known != null && (operator == '-' || (operator == '?' && set))) {
            value(known, reference, out);
        } else if (operator == '+' && set) {
            resolve(operand, true, out, used, nesting + 1);
        } else if (operator == '?' && complete) {
            refuse(reference.location(), "the variable " + name + " is required and not set", true);
            out.unknown(reference.location().span());
        } else if (!complete) {
            out.unknown(reference.location().span());
        }
        return close + 1;
    }

    private static String notAReference(Location place) {
        String text = place.text();
        String shown = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
        String meant = text.equals(shown) ? withDash(text) : "";
        return "\"" + shown + "\" is not a valid reference to a variable"
                + (meant.isEmpty() ? "; write $$ for a dollar sign" : ", did you mean " + meant + "?");
    }

    /** {@code ${NAME:word}} with the dash that makes the word a default; empty for other texts. */
    private static String withDash(String text) {
        int end = nameEnd(text, 2);
        boolean colon = end > 2 && end + 1 < text.length() && text.startsWith("${") && text.charAt(end) == ':';
        char next = colon ? text.charAt(end + 1) : '}';
        return next == '}' || next == '=' || Character.isWhitespace(next)
                ? ""
                : text.substring(0, end + 1) + "-" + text.substring(end + 1);
    }

    private void refuse(Location at, String message, boolean unset) {
        // a set: an anchored value is resolved once for each of its aliases
        refusals.add(new Refusal(at, message, unset));
    }

    private void variable(String name, Text reference, Text.Builder out, List<String> used) {
        used.add(name);
        @Nullable String known = variables.get(name);
        if (known == null && !complete) {
            unset.add(name);
            out.unknown(reference.location().span());
        } else if (known != null) {
            value(known, reference, out);
        }
    }

    private void value(String known, Text reference, Text.Builder out) {
        if (limits.expand(known)) {
            out.variable(known, reference.location().span());
            return;
        }
        out.unknown(reference.location().span());
        if (outgrown == null) {
            outgrown = reference.location();
        }
    }

    /**
     * The brace that closes a reference. Compose counts all braces, not only those of references in it, and passes over
     * what follows an opening one; where they do not match, it takes the last brace of the line. -1 if there is none.
     */
    private static int closingBrace(String value, int from) {
        int open = 1;
        int last = -1;
        for (int i = from; i < value.length() && value.charAt(i) != '\n'; i++) {
            if (value.charAt(i) == '}') {
                last = i;
                open--;
                if (open == 0) {
                    return i;
                }
            } else if (value.charAt(i) == '{') {
                open++;
                i++;
            }
        }
        return last;
    }

    private static int nameEnd(String value, int from) {
        int i = from;
        while (i < value.length()
                && (isNameStart(value.charAt(i)) || (i > from && value.charAt(i) >= '0' && value.charAt(i) <= '9'))) {
            i++;
        }
        return i;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
