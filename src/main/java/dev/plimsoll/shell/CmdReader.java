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
final class CmdReader extends WindowsReader {
    CmdReader(Text code, boolean documentation) {
        super(code, documentation, ShellDialect.CMD, "0123456789");
    }

    List<ShellCommand> read() {
        while (in.more()) {
            char c = in.unit();
            if (isBlank(c) || isBreak(c) || "&|()@".indexOf(c) >= 0) {
                in.skip(1);
            } else if (isComment()) {
                in.to(lineEnd(in.at()));
            } else {
                command();
            }
        }
        return found;
    }

    private boolean isComment() {
        if (in.startsWith("::")) {
            return true;
        }
        boolean rem = text.regionMatches(true, in.at(), "rem", 0, 3);
        int end = in.at() + 3;
        return rem && (end >= text.length() || isBlank(text.charAt(end)) || isBreak(text.charAt(end)));
    }

    private void command() {
        int start = in.at();
        List<Word> words = new ArrayList<>();
        boolean isSynopsis = words(words);
        in.to(Math.max(in.at(), start + 1));
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
        while (in.more()) {
            char c = in.unit();
            if (isBlank(c)) {
                in.skip(1);
            } else if (continuationEnd(in.at()) > in.at()) {
                in.to(continuationEnd(in.at()));
            } else if (isBreak(c) || "&|()".indexOf(c) >= 0) {
                break;
            } else if (isRedirection(in.at())) {
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

    @Override
    boolean takesNumberedInput() {
        return true;
    }

    @Override
    void word(List<Word> words) {
        int from = in.at();
        WordBuilder word = new WordBuilder(code, from, words);
        boolean quoted = false;
        while (in.more()) {
            char c = in.unit();
            int placeholder = placeholderEnd(in.at());
            int variable = variableEnd(in.at());
            if (isBreak(c)) {
                break;
            }
            if (placeholder > in.at() || variable > in.at()) {
                int end = Math.max(placeholder, variable);
                saw(word, quoted);
                word.unknown(in.at(), end);
                in.to(end);
            } else if (c == '"') {
                if (!quoted) {
                    word.sawDouble();
                }
                quoted = !quoted;
                in.skip(1);
            } else if (c == '\\' && in.ahead(1) == '"' && quoted && !closes(in.at() + 1)) {
                word.written('"', in.at(), in.at() + 2);
                in.skip(2);
            } else if (quoted) {
                word.copy(in.at());
                in.skip(1);
            } else if (endsWord(c)) {
                break;
            } else if (c == '^') {
                if (continuationEnd(in.at()) > in.at()) {
                    break;
                }
                caret(word);
            } else {
                word.sawPlain();
                word.copy(in.at());
                in.skip(1);
            }
        }
        word.finish(in.at());
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
        if (in.at() + 1 < text.length()) {
            word.written(text.charAt(in.at() + 1), in.at(), in.at() + 2);
        }
        in.skip(2);
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

    @Override
    boolean endsWord(char c) {
        return isBlank(c) || isBreak(c) || "&|()<>".indexOf(c) >= 0;
    }

    @Override
    boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
