package dev.plimsoll.shell;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads PowerShell as far as native commands go. Source: about_Parsing and about_Quoting_Rules of its documentation. Every
 * variable is unknown.
 */
final class PowerShellReader extends WindowsReader {
    private static final int MAX_DEPTH = 60;
    private static final char END = '\0';

    private int depth;
    private boolean broken;

    PowerShellReader(Text code, boolean documentation) {
        super(code, documentation, ShellDialect.POWERSHELL, "123456*");
    }

    List<ShellCommand> read() {
        commands(END);
        return found;
    }

    private void commands(char close) {
        if (depth >= MAX_DEPTH) {
            in.toEnd();
            broken = true;
            return;
        }
        depth++;
        boolean open = true;
        boolean outer = broken;
        int parentheses = 0;
        while (open && in.more()) {
            broken = false;
            char c = in.unit();
            if (c == ')' && close == ')' && parentheses == 0) {
                open = false;
                in.skip(1);
            } else if (c == '(' || c == ')') {
                parentheses = Math.max(0, parentheses + (c == '(' ? 1 : -1));
                in.skip(1);
            } else if (isBlank(c) || isBreak(c) || ";|&{}".indexOf(c) >= 0) {
                in.skip(1);
            } else if (c == '#') {
                in.to(lineEnd(in.at()));
            } else if (in.startsWith("<#")) {
                int end = text.indexOf("#>", in.at() + 2);
                in.to(end < 0 ? text.length() : end + 2);
            } else {
                command();
            }
        }
        depth--;
        broken = outer || (open && close != END);
    }

    private void command() {
        int before = found.size();
        int start = in.at();
        List<Word> words = new ArrayList<>();
        boolean isSynopsis = words(words);
        in.to(Math.max(in.at(), start + 1));
        int first = isVariable(words) ? 2 : 0;
        if (broken || isSynopsis || first >= words.size()) {
            return;
        }
        int docker = Programs.docker(words.subList(first, words.size()));
        if (docker >= 0) {
            List<Word> rest = words.subList(first + docker, words.size());
            Span span = new Span(
                    rest.get(0).at().span().start(),
                    rest.get(rest.size() - 1).at().span().end());
            Location place = new Location(code.file(), span);
            found.add(before, new ShellCommand(rest, List.of(), Continuation.BACKTICK, place));
        }
    }

    /** Whether a command is the value of a variable: {@code $id = docker run …}. */
    private static boolean isVariable(List<Word> words) {
        return words.size() > 2
                && words.get(0).at().text().startsWith("$")
                && words.get(1).value().equals("=");
    }

    private boolean words(List<Word> words) {
        boolean isSynopsis = false;
        while (in.more() && !broken) {
            char c = in.unit();
            int continued = continuationEnd(in.at());
            if (isBlank(c)) {
                in.skip(1);
            } else if (continued > in.at()) {
                in.to(continued);
            } else if (c == '(' && !words.isEmpty()) {
                expression(words);
            } else if (isBreak(c) || ";|&(){}".indexOf(c) >= 0) {
                if (c == '{' && placeholderEnd(in.at()) > in.at()) {
                    word(words);
                } else {
                    break;
                }
            } else if (c == '#') {
                in.to(lineEnd(in.at()));
            } else if (isRedirection(in.at())) {
                redirection();
            } else {
                word(words);
                Word last = words.isEmpty() ? null : words.get(words.size() - 1);
                if (documentation && last != null && last.text().isLiteral()) {
                    isSynopsis |= last.quote() == Quote.NONE
                            && Placeholders.isSynopsis(last.at().text());
                    words.set(words.size() - 1, new Word(Placeholders.resolve(last.text()), last.at(), last.quote()));
                }
            }
        }
        return isSynopsis;
    }

    /** An argument in parentheses, which may come to any number of words. */
    private void expression(List<Word> words) {
        int from = in.at();
        WordBuilder word = new WordBuilder(code, from, words);
        in.skip(1);
        commands(')');
        if (!broken) {
            word.sawPlain();
            word.unknown(from, in.at());
            word.finish(in.at());
        }
    }

    @Override
    boolean takesNumberedInput() {
        return false;
    }

    @Override
    void word(List<Word> words) {
        int from = in.at();
        if (in.startsWith("@'") || in.startsWith("@\"")) {
            hereString(words);
            return;
        }
        WordBuilder word = new WordBuilder(code, from, words);
        while (in.more() && !broken) {
            char c = in.unit();
            int placeholder = placeholderEnd(in.at());
            if (placeholder > in.at()) {
                word.sawPlain();
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (endsWord(c)) {
                break;
            } else if (c == '\'') {
                single(word);
            } else if (c == '"') {
                doubleQuoted(word);
            } else if (c == '$') {
                word.sawPlain();
                dollar(word);
            } else if (c == '@' && in.at() == from && in.at() + 1 < text.length() && isName(text.charAt(in.at() + 1))) {
                in.to(nameEnd(in.at() + 1));
                word.sawPlain();
                word.unknown(from, in.at());
            } else if (c == '`' && in.at() + 1 < text.length()) {
                if (continuationEnd(in.at()) > in.at()) {
                    break;
                }
                word.sawPlain();
                word.written(text.charAt(in.at() + 1), in.at(), in.at() + 2);
                in.skip(2);
            } else {
                word.sawPlain();
                word.copy(in.at());
                in.skip(1);
            }
        }
        if (!broken) {
            word.finish(in.at());
        }
    }

    /** A text over several lines: one unknown word. */
    private void hereString(List<Word> words) {
        int from = in.at();
        String close = text.charAt(in.at() + 1) + "@";
        int end = text.indexOf("\n" + close, in.at() + 2);
        in.to(end < 0 ? text.length() : end + 3);
        WordBuilder word = new WordBuilder(code, from, words);
        word.sawOther();
        word.unknown(from, in.at());
        word.finish(in.at());
    }

    private void single(WordBuilder word) {
        word.sawSingle();
        in.skip(1);
        while (in.more()) {
            if (in.unit() == '\'') {
                if (in.at() + 1 >= text.length() || text.charAt(in.at() + 1) != '\'') {
                    in.skip(1);
                    return;
                }
                word.written('\'', in.at(), in.at() + 2);
                in.skip(2);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        unclosed();
    }

    /** Nothing behind a quote that is never closed can be read. */
    private void unclosed() {
        broken = true;
        in.toEnd();
    }

    private void doubleQuoted(WordBuilder word) {
        word.sawDouble();
        in.skip(1);
        while (in.more() && !broken) {
            char c = in.unit();
            int placeholder = placeholderEnd(in.at());
            if (placeholder > in.at()) {
                word.unknown(in.at(), placeholder);
                in.to(placeholder);
            } else if (c == '"' && in.ahead(1) == '"') {
                word.written('"', in.at(), in.at() + 2);
                in.skip(2);
            } else if (c == '"') {
                in.skip(1);
                return;
            } else if (c == '`' && in.at() + 1 < text.length()) {
                word.written(escaped(text.charAt(in.at() + 1)), in.at(), in.at() + 2);
                in.skip(2);
            } else if (c == '$') {
                dollar(word);
            } else {
                word.copy(in.at());
                in.skip(1);
            }
        }
        unclosed();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> c;
        };
    }

    private void dollar(WordBuilder word) {
        int from = in.at();
        char next = from + 1 < text.length() ? text.charAt(from + 1) : END;
        if (next == '{') {
            int end = lineEnd(from);
            int close = from;
            while (close < end && text.charAt(close) != '}') {
                close++;
            }
            in.to(close < end ? close + 1 : end);
            word.unknown(from, in.at());
        } else if (next == '(') {
            in.skip(2);
            commands(')');
            if (!broken) {
                word.unknown(from, in.at());
            }
        } else if (isName(next)) {
            in.to(nameEnd(from + 1));
            if (in.at() + 1 < text.length() && in.unit() == ':' && isScope(text.substring(from + 1, in.at()))) {
                in.to(nameEnd(in.at() + 1));
            }
            word.unknown(from, in.at());
        } else if ("?^$".indexOf(next) >= 0) {
            in.skip(2);
            word.unknown(from, in.at());
        } else {
            word.copy(in.at());
            in.skip(1);
        }
    }

    private static boolean isScope(String name) {
        return name.equalsIgnoreCase("env")
                || name.equalsIgnoreCase("script")
                || name.equalsIgnoreCase("global")
                || name.equalsIgnoreCase("using")
                || name.equalsIgnoreCase("local");
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < text.length() && isName(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isName(char c) {
        return Programs.isNameUnit(c, true);
    }

    @Override
    boolean endsWord(char c) {
        return isBlank(c) || isBreak(c) || ";|&(){}".indexOf(c) >= 0;
    }

    @Override
    boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }
}
