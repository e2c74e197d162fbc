package dev.plimsoll.compose.files;

import dev.plimsoll.compose.tree.Interpolation;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An environment file as compose-go's dotenv package reads it: {@code KEY=value}, {@code KEY: value}, {@code export}, single
 * quotes literal, double quotes with escapes and variables, a comment behind a blank and {@code #}. A key without a value
 * takes the process's, which is not asked here.
 */
public final class DotEnv {
    /** Does not quote it: a report shows nothing of what variables hold. */
    private static final String NO_REFERENCE =
            "this value has a \"${\" that begins no valid reference to a variable: write $$ for a dollar sign";

    private final String text;
    private final SourceFile file;
    private final Set<String> outer;
    private final LoadLimits limits;
    private final Map<String, String> values = new HashMap<>();
    /** What references stand for: the values so far, unless what surrounds the file has others. */
    private final Map<String, String> known;

    private final Cursor in;

    private DotEnv(SourceFile file, Variables outer, LoadLimits limits) {
        this.file = file;
        this.text = file.text();
        this.in = new Cursor(text);
        this.outer = outer.values().keySet();
        this.known = new HashMap<>(outer.values());
        this.limits = limits;
    }

    /**
     * The values of a file.
     *
     * @param outer values that win over the file's own in its references
     * @param limits what the references may bring in
     * @param errors takes what makes Compose refuse the file, and us
     */
    public static Map<String, String> read(
            SourceFile file, Variables outer, LoadLimits limits, Collection<InputError> errors) {
        DotEnv reading = new DotEnv(file, outer, limits);
        while (reading.skipToEntry()) {
            if (!reading.entry(errors)) {
                break;
            }
        }
        return reading.values;
    }

    private boolean skipToEntry() {
        while (in.more()) {
            char c = in.unit();
            if (c == '#') {
                skipLine();
            } else if (isSpace(c)) {
                in.skip(1);
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (in.more() && in.unit() != '\n') {
            in.skip(1);
        }
    }

    private boolean entry(Collection<InputError> errors) {
        if (in.startsWith("export ") || in.startsWith("export\t")) {
            in.skip("export ".length());
            skipBlanks();
        }
        int start = in.at();
        while (in.more() && (isKeyPart(in.unit()) || isBlank(in.unit()))) {
            in.skip(1);
        }
        if (!in.more()) {
            // of a last line without an end Compose 2.40.3 makes a value without a name
            return true;
        }
        String key = trimmed(start, in.at());
        char separator = in.unit();
        int blank = key.indexOf(' ');
        if ("=:\n".indexOf(separator) < 0 || blank >= 0) {
            int wrong = blank >= 0 ? start + blank + 1 : in.at();
            // not which: a report shows nothing of what variables hold, and this may well be the middle of one
            errors.add(new InputError(
                    new Location(file.withoutContent(), Span.at(Math.min(wrong, text.length()))),
                    "unexpected character in the name of a variable"));
            return false;
        }
        if (separator == '\n') {
            return true;
        }
        in.skip(1);
        skipBlanks();
        return value(key, errors);
    }

    private void skipBlanks() {
        while (in.more() && isBlank(in.unit())) {
            in.skip(1);
        }
    }

    /** What compose-go takes for a blank: not the end of a line. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u00A0';
    }

    /** What Go takes for white space: the end of a line, the blanks above, and all of Unicode. Source: Go, unicode.IsSpace. */
    static boolean isSpace(char c) {
        return c == '\n' || isBlank(c) || Character.isSpaceChar(c);
    }

    private static boolean isKeyPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '[' || c == ']';
    }

    private boolean value(String key, Collection<InputError> errors) {
        char quote = in.more() ? in.unit() : '\n';
        int start = in.at() + 1;
        if (quote != '"' && quote != '\'') {
            return expanded(key, unquoted(), start - 1, errors);
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            errors.add(
                    new InputError(new Location(file.withoutContent(), Span.at(in.at())), "this quote is not closed"));
            return false;
        }
        String inner = text.substring(start, end);
        // what follows on the line is another entry
        in.to(end + 1);
        if (quote == '\'') {
            put(key, inner.replace("\\'", "'"));
            return true;
        }
        return expanded(key, unescape(inner), start - 1, errors);
    }

    private void put(String key, String value) {
        if (key.isEmpty()) {
            // Compose 2.40.3 passes over a value without a name; 2.26.1 refused the file
            return;
        }
        values.put(key, value);
        if (!outer.contains(key)) {
            known.put(key, value);
        }
    }

    private String unquoted() {
        int start = in.at();
        skipLine();
        int end = in.at();
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) == '#' && text.charAt(i - 1) == ' ') {
                end = i;
            }
        }
        return trimmed(start, end);
    }

    /** A part of the text without blanks of any kind at its end. */
    private String trimmed(int start, int end) {
        int last = end;
        while (last > start && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(start, last);
    }

    /** The escapes of double quotes; what is none keeps its backslash. None stands last, or it would escape the quote. */
    private static String unescape(String inner) {
        StringBuilder out = new StringBuilder(inner.length());
        int i = 0;
        while (i < inner.length()) {
            if (inner.charAt(i) != '\\') {
                out.append(inner.charAt(i));
                i++;
            } else if (inner.charAt(i + 1) == '0') {
                i = octal(inner, i, out);
            } else {
                out.append(escaped(inner.charAt(i + 1)));
                i += 2;
            }
        }
        return out.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            case '"', '\\' -> String.valueOf(c);
            case '$' -> "$$";
            default -> "\\" + c;
        };
    }

    /** {@code \0} with three octal digits is a byte; with others, Compose drops the zero and keeps the rest. */
    private static int octal(String inner, int at, StringBuilder out) {
        int end = at + 2;
        while (end < inner.length() && end < at + 5 && inner.charAt(end) >= '0' && inner.charAt(end) <= '7') {
            end++;
        }
        String digits = inner.substring(at + 2, end);
        boolean isByte = digits.length() == 3 && digits.charAt(0) <= '3';
        if (isByte) {
            out.append((char) Integer.parseInt(digits, 8));
        } else {
            out.append('\\').append(digits);
        }
        return end;
    }

    /** Variables in a value: of what surrounds the file, then of the file so far; one that is not set is empty. */
    private boolean expanded(String key, String value, int start, Collection<InputError> errors) {
        if (value.indexOf('$') < 0) {
            put(key, value);
            return true;
        }
        SourceFile scratch = new SourceFile(file.path(), value);
        Text whole =
                Text.verbatim(new Location(scratch, new Span(0, scratch.text().length())));
        Interpolation interpolation = new Interpolation(known, true, limits);
        String expanded = interpolation.apply(whole).text().value();
        if (interpolation.outgrown() != null) {
            errors.add(new InputError(new Location(file.withoutContent(), Span.at(start)), LoadLimits.OUTGROWN));
            return false;
        }
        for (Interpolation.Refusal refusal : interpolation.refusals()) {
            // one that wants a variable may be right where Compose runs: it takes those of the process too
            if (!refusal.unset()) {
                errors.add(new InputError(new Location(file.withoutContent(), Span.at(start)), NO_REFERENCE));
                return false;
            }
        }
        put(key, expanded);
        return true;
    }
}
