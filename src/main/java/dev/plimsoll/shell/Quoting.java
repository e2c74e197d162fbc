package dev.plimsoll.shell;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text is cut into words at blanks outside of quotes, and what of the quotes and backslashes in it is taken off. Each
 * constant is the way of one reader; they differ in few things, which are its fields.
 *
 * <p>Readers of a whole language ({@code PosixReader} and its like) have more to do at each unit, and ask here only what an
 * escape character does ({@link #escapes}).
 */
public final class Quoting {
    /** No quote is open. */
    public static final char NONE = '\0';

    private static final char SINGLE = '\'';
    private static final char DOUBLE = '"';
    private static final String LINE_BLANKS = " \t\r\n";
    /** Go's {@code unicode.IsSpace}, as BuildKit asks it. */
    private static final String GO_BLANKS =
            "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
                    + "\u2028\u2029\u202F\u205F\u3000";

    /** sh, in a script that a command hands to it. Source: POSIX, chapter 2.2. */
    public static final Quoting SH = new Quoting('\\', LINE_BLANKS, "$`\"\\").withLinesJoined();

    /** sh, for the words of a Dockerfile's {@code CMD} and {@code ENTRYPOINT}, whose variables only the container knows. */
    public static final Quoting IMAGE_COMMAND = SH.withReferences();

    /** The word behind {@code <<} of sh, which an operator ends too. */
    static final Quoting DELIMITER = new Quoting('\\', LINE_BLANKS, "$`\"\\").upTo(";&|<>()");

    /** PowerShell. Source: about_Quoting_Rules. */
    public static final Quoting POWERSHELL = new Quoting('`', LINE_BLANKS, null);

    /** {@code command:} and {@code entrypoint:} of Compose. Source: mattn/go-shellwords; recorded from Compose 2.40.3. */
    public static final Quoting COMPOSE = new Quoting('\\', LINE_BLANKS, null).upTo(";&|<>");

    /** The flags of a Dockerfile's instruction, whatever its escape character. Source: buildkit split_command.go. */
    public static final Quoting DOCKERFILE_FLAGS = new Quoting('\\', GO_BLANKS, null).inSingleQuotesToo();

    private static final Quoting DOCKERFILE = new Quoting('\\', GO_BLANKS, "\"$\\");
    private static final Quoting DOCKERFILE_OF_WINDOWS = new Quoting('`', GO_BLANKS, "\"$`");

    private final char escape;
    private final String blanks;
    /** What an escape character stands before in double quotes where it is one; null for anything. */
    private final @Nullable String inDouble;
    /** What ends all words, outside of quotes. */
    private String stops = "";
    /** Whether an escape character is one in single quotes; it is dropped then at the end of the text. */
    private boolean inSingle;
    /** Whether an escape character takes a line break away. */
    private boolean joinsLines;
    /** Whether variables and substitutions are unknown. */
    private boolean references;

    private Quoting(char escape, String blanks, @Nullable String inDouble) {
        this.escape = escape;
        this.blanks = blanks;
        this.inDouble = inDouble;
    }

    private Quoting upTo(String operators) {
        stops = operators;
        return this;
    }

    private Quoting inSingleQuotesToo() {
        inSingle = true;
        return this;
    }

    private Quoting withLinesJoined() {
        joinsLines = true;
        return this;
    }

    private Quoting withReferences() {
        Quoting other = new Quoting(escape, blanks, inDouble);
        other.joinsLines = joinsLines;
        other.references = true;
        return other;
    }

    /**
     * The words of {@code ENV} and {@code ARG}, and here-documents. Source: buildkit shell/lex.go, parser.go.
     *
     * @param escape what the parser directive says: a backslash or a backtick
     */
    public static Quoting dockerfile(char escape) {
        return escape == '`' ? DOCKERFILE_OF_WINDOWS : DOCKERFILE;
    }

    /** What takes the meaning from the unit behind it. */
    public char escape() {
        return escape;
    }

    /**
     * Whether the escape character takes the meaning from a unit; if not it is a unit like others.
     *
     * @param quote the quote that is open; {@link #NONE} if none is
     */
    public boolean escapes(char quote, char unit) {
        if (quote == SINGLE) {
            return inSingle;
        }
        return quote == NONE || inDouble == null || inDouble.indexOf(unit) >= 0 || (joinsLines && isBreak(unit));
    }

    /** The quote that is open behind a unit that nothing escapes. */
    private static char behind(char quote, char unit) {
        if (unit == quote) {
            return NONE;
        }
        return quote == NONE && (unit == SINGLE || unit == DOUBLE) ? unit : quote;
    }

    /** Units of the escape at an index: itself and what it takes the meaning from; 0 if there is none. */
    private int escaped(String text, int at, int to, char quote) {
        if (text.charAt(at) != escape) {
            return 0;
        }
        if (at + 1 >= to) {
            return inSingle ? 1 : 0;
        }
        if (!escapes(quote, text.charAt(at + 1))) {
            return 0;
        }
        return joinsLines && text.startsWith("\r\n", at + 1) ? Math.min(to - at, 3) : 2;
    }

    /** Units of the variable or substitution at an index; 0 if there is none, or if it is text like other text. */
    private int reference(String text, int at, char quote) {
        return references && quote != SINGLE ? References.end(text, at) - at : 0;
    }

    private boolean joins(String text, int at, int escaped) {
        return joinsLines && escaped > 1 && isBreak(text.charAt(at + 1));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean endsWord(char quote, char unit) {
        return quote == NONE && (blanks.indexOf(unit) >= 0 || stops.indexOf(unit) >= 0);
    }

    /** The quote that is open behind a part of a text, where another was open before it. */
    public char openBehind(String text, int from, int to, char before) {
        char quote = before;
        int i = from;
        while (i < to) {
            int escaped = escaped(text, i, to, quote);
            quote = escaped > 0 ? quote : behind(quote, text.charAt(i));
            i += Math.max(1, escaped);
        }
        return quote;
    }

    /** Whether every quote is closed, up to the operator that ends all words. */
    public boolean isClosed(String text) {
        int i = 0;
        while (i >= 0 && i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
            i = blanks.indexOf(text.charAt(i)) >= 0 ? i + 1 : wordEnd(text, i, text.length());
        }
        return i >= 0;
    }

    /** Where the quote that opens at an index is closed; -1 if it is not, before a limit. */
    public int close(String text, int open, int limit) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < limit) {
            int escaped = escaped(text, i, limit, quote);
            if (escaped == 0 && text.charAt(i) == quote) {
                return i;
            }
            i += Math.max(1, escaped);
        }
        return -1;
    }

    /** Where the word ends that begins at an index, at a limit at the latest; -1 if a quote in it is not closed. */
    public int wordEnd(String text, int from, int limit) {
        char quote = NONE;
        int i = from;
        while (i < limit && !endsWord(quote, text.charAt(i))) {
            int skipped = Math.max(escaped(text, i, limit, quote), reference(text, i, quote));
            quote = skipped > 0 ? quote : behind(quote, text.charAt(i));
            i += Math.max(1, skipped);
        }
        return quote == NONE ? Math.min(i, limit) : -1;
    }

    /** The words as they are written, quotes and all. The last one may have a quote that is not closed. */
    public List<Text> written(Text text) {
        List<Text> words = new ArrayList<>();
        String value = text.value();
        int i = 0;
        while (i < value.length() && stops.indexOf(value.charAt(i)) < 0) {
            int escaped = escaped(value, i, value.length(), NONE);
            if (blanks.indexOf(value.charAt(i)) >= 0) {
                i++;
            } else if (joins(value, i, escaped)) {
                i += escaped;
            } else {
                int end = wordEnd(value, i, value.length());
                int to = end < 0 ? value.length() : end;
                words.add(text.part(i, to));
                i = to;
            }
        }
        return words;
    }

    /** The words without quotes and escapes. */
    public List<Text> words(Text text) {
        List<Text> words = written(text);
        for (int i = 0; i < words.size(); i++) {
            words.set(i, unquoted(words.get(i)));
        }
        return words;
    }

    /** A word without its quotes and escapes. */
    public Text unquoted(Text word) {
        String value = word.value();
        if (isPlain(value)) {
            return word;
        }
        Text.Builder out = Text.builder(word.file(), word.location().span().start());
        char quote = NONE;
        int i = 0;
        while (i < value.length()) {
            int reference = reference(value, i, quote);
            int escaped = escaped(value, i, value.length(), quote);
            char behind = behind(quote, value.charAt(i));
            if (reference > 0) {
                out.unknown(word.part(i, i + reference).location().span());
            } else if (escaped > 0) {
                copyEscaped(out, word, i, escaped);
            } else if (behind == quote) {
                out.copy(word, i);
            } else {
                quote = behind;
            }
            i += Math.max(1, Math.max(reference, escaped));
        }
        return out.build();
    }

    private void copyEscaped(Text.Builder out, Text word, int at, int escaped) {
        if (escaped > 1 && !joins(word.value(), at, escaped)) {
            out.copy(word, at + 1);
        }
    }

    private boolean isPlain(String value) {
        boolean plain = value.indexOf(SINGLE) < 0 && value.indexOf(DOUBLE) < 0 && value.indexOf(escape) < 0;
        return plain && (!references || (value.indexOf('$') < 0 && value.indexOf('`') < 0));
    }

    /** The words of the script that a command hands to a shell, {@code sh -c "…"}; none if it hands over none. */
    public List<Text> script(List<Text> command) {
        for (int i = 0; i + 2 < command.size(); i++) {
            String flag = command.get(i + 1).value();
            if (isShell(command.get(i).value()) && flag.startsWith("-") && flag.endsWith("c")) {
                return words(command.get(i + 2));
            }
        }
        return List.of();
    }

    private static boolean isShell(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("sh") || name.equals("bash") || name.equals("ash") || name.equals("dash");
    }
}
