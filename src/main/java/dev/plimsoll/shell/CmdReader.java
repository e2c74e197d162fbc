package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads batch files: the caret, variables between percent signs, and double quotes with {@code \"} in them as the C runtime
 * of the started program takes them.
 */
final class CmdReader {
    private final Text code;
    private final String text;
    private final boolean documentation;
    private final List<ShellCommand> found = new ArrayList<>();
    private int at;

    CmdReader(Text code, boolean documentation) {
        this.code = code;
        this.text = code.value();
        this.documentation = documentation;
    }

    List<ShellCommand> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c) || isBreak(c) || "&|()@".indexOf(c) >= 0) {
                at++;
            } else if (isComment()) {
                at = lineEnd(at);
            } else {
                command();
            }
        }
        return found;
    }

    private boolean isComment() {
        if (text.startsWith("::", at)) {
            return true;
        }
        boolean rem = text.regionMatches(true, at, "rem", 0, 3);
        return rem && (at + 3 >= text.length() || isBlank(text.charAt(at + 3)) || isBreak(text.charAt(at + 3)));
    }

    private void command() {
        int start = at;
        List<Word> words = new ArrayList<>();
        boolean isSynopsis = words(words);
        at = Math.max(at, start + 1);
        int first = words.isEmpty() ? -1 : first(words);
        if (first >= 0 && !isSynopsis) {
            List<Word> rest = words.subList(first, words.size());
            Span span = new Span(
                    rest.get(0).at().span().start(),
                    rest.get(rest.size() - 1).at().span().end());
            found.add(new ShellCommand(rest, List.of(), Continuation.CARET, new Location(code.file(), span)));
        }
    }

    /** Where docker stands: first, or behind {@code call}, {@code start} and the conditions of cmd; -1 if nowhere. */
    private static int first(List<Word> words) {
        return switch (words.get(0).value().toLowerCase(Locale.ROOT)) {
            case "call", "start", "if", "for", "else", "do" -> {
                for (int i = 1; i < words.size(); i++) {
                    if (Programs.isDocker(words.get(i).value())) {
                        yield i;
                    }
                }
                yield -1;
            }
            default -> Programs.isDocker(words.get(0).value()) ? 0 : -1;
        };
    }

    private boolean words(List<Word> words) {
        boolean isSynopsis = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (continuationEnd(at) > at) {
                at = continuationEnd(at);
            } else if (isBreak(c) || "&|()".indexOf(c) >= 0) {
                break;
            } else if (isRedirection(at)) {
                redirection();
            } else {
                int size = words.size();
                word(words);
                for (int i = size; documentation && i < words.size(); i++) {
                    Word word = words.get(i);
                    isSynopsis |= word.quote() == Quote.NONE
                            && Placeholders.isSynopsis(word.at().text());
                    if (word.text().isLiteral()) {
                        words.set(i, new Word(Placeholders.resolve(word.text()), word.at(), word.quote()));
                    }
                }
            }
        }
        return isSynopsis;
    }

    private boolean isRedirection(int from) {
        int i = text.charAt(from) >= '0' && text.charAt(from) <= '9' ? from + 1 : from;
        boolean angle = i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == '<');
        return angle && placeholderEnd(i) == i;
    }

    private void redirection() {
        while (at < text.length() && "0123456789<>&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && !endsWord(text.charAt(at))) {
            word(new ArrayList<>());
        }
    }

    private void word(List<Word> words) {
        int from = at;
        WordBuilder word = new WordBuilder(code, from, words);
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            int placeholder = placeholderEnd(at);
            int variable = variableEnd(at);
            if (isBreak(c)) {
                break;
            }
            if (placeholder > at || variable > at) {
                int end = Math.max(placeholder, variable);
                saw(word, quoted);
                word.unknown(at, end);
                at = end;
            } else if (c == '"') {
                if (!quoted) {
                    word.sawDouble();
                }
                quoted = !quoted;
                at++;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"' && quoted && !closes(at + 1)) {
                word.written('"', at, at + 2);
                at += 2;
            } else if (quoted) {
                word.copy(at);
                at++;
            } else if (endsWord(c)) {
                break;
            } else if (c == '^') {
                if (continuationEnd(at) > at) {
                    break;
                }
                caret(word);
            } else {
                word.sawPlain();
                word.copy(at);
                at++;
            }
        }
        word.finish(at);
    }

    private static void saw(WordBuilder word, boolean quoted) {
        if (!quoted) {
            word.sawPlain();
        }
    }

    /** Whether a quote behind a backslash ends a path: {@code "C:\data\"} is what people write, whatever it means. */
    private boolean closes(int quote) {
        return quote + 1 >= text.length() || endsWord(text.charAt(quote + 1));
    }

    private void caret(WordBuilder word) {
        word.sawPlain();
        if (at + 1 < text.length()) {
            word.written(text.charAt(at + 1), at, at + 2);
        }
        at += 2;
        at = Math.min(at, text.length());
    }

    /** Where {@code %X%}, {@code %1}, {@code %%i}, {@code %~dp0} or {@code !X!} ends; the index itself if none begins. */
    private int variableEnd(int from) {
        char c = text.charAt(from);
        if (c != '%' && c != '!') {
            return from;
        }
        int i = from + 1;
        if (c == '%' && i < text.length()) {
            char next = text.charAt(i);
            if (next == '%') {
                boolean loop = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
                return from + (loop ? 3 : 2);
            }
            if (next == '*' || (next >= '0' && next <= '9')) {
                return from + 2;
            }
            if (next == '~') {
                i++;
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                return Math.min(text.length(), i + 1);
            }
        }
        while (i < text.length() && isVariableUnit(text.charAt(i))) {
            i++;
        }
        return i > from + 1 && i < text.length() && text.charAt(i) == c ? i + 1 : from;
    }

    private static boolean isVariableUnit(char c) {
        return Programs.isNameUnit(c, true) || "():~,=-.".indexOf(c) >= 0;
    }

    private int placeholderEnd(int from) {
        return documentation ? Placeholders.end(text, from, text.length()) : from;
    }

    private int continuationEnd(int from) {
        if (text.charAt(from) != '^' || from + 1 >= text.length() || !isBreak(text.charAt(from + 1))) {
            return from;
        }
        return from + (text.startsWith("\r\n", from + 1) ? 3 : 2);
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || isBreak(c) || "&|()<>".indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
