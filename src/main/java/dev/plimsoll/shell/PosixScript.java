package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script of sh that is being read: the place, and what the readers of its lists, commands, words and expansions tell each
 * other.
 */
final class PosixScript {
    /** Levels of substitutions in each other. Beyond, the rest of the text is not read. */
    static final int MAX_DEPTH = 60;

    /** How often an unclosed quote is forgiven; each time the rest of the text is read again. */
    private static final int MAX_RECOVERIES = 12;

    static final char END = '\0';

    /** What reads the commands in a substitution. */
    interface Lists {
        /** Reads commands up to what closes the list, and over it. */
        void list(char close);
    }

    /** Where a list of commands stands. */
    static final class Place {
        /** Parentheses of subshells that are open. */
        int parentheses;
        /** {@code case} commands that are open. */
        int cases;

        boolean inPattern;
        /** Whether the command before ended so that the next may not run. */
        boolean conditional;
        /** Whether a command was read since the last operator. */
        boolean ran;
    }

    /** A here-document, and the file that it is written into; none for one that is not. */
    static final class Pending {
        final HereDocument document;
        final boolean literal;

        @Nullable
        Text target;

        Pending(HereDocument document, boolean literal) {
            this.document = document;
            this.literal = literal;
        }
    }

    final Text code;
    final String text;
    final boolean documentation;
    final Variables known;
    final Variables seen = new Variables();
    final List<ShellCommand> found = new ArrayList<>();
    /** Here-documents whose lines begin behind the next line break. */
    final List<Pending> pending = new ArrayList<>();
    /** What here-documents were written into files. */
    final List<WrittenFile> files = new ArrayList<>(0);

    final Cursor in;
    /** Substitutions and arrays around the place. */
    int depth;
    /** Compound commands and subshells around the place. */
    int level;

    private int recoveries;
    boolean stopped;
    /** Whether the command that is being read cannot be trusted. */
    boolean broken;
    /** Up to where no arithmetic is closed in its line. */
    private int noArithmeticBefore;

    PosixScript(Text code, boolean documentation, Variables known) {
        this.code = code;
        this.text = code.value();
        this.documentation = documentation;
        this.known = known;
        this.in = new Cursor(text, 0, text.length(), MAX_RECOVERIES);
    }

    void lower() {
        level = Math.max(0, level - 1);
    }

    void stop() {
        stopped = true;
        broken = true;
        in.toEnd();
    }

    void skip(Pending here) {
        int start = in.at();
        while (in.more()) {
            int line = in.at();
            int end = lineEnd(line);
            boolean last = here.document.isClosedBy(text, line, end);
            in.to(nextLine(end));
            if (last) {
                if (here.target != null && line > start) {
                    boolean tabs = here.document.tabs();
                    Text content = tabs ? withoutTabs(start, line) : code.part(start, line);
                    files.add(new WrittenFile(here.target, content, here.literal, tabs));
                }
                return;
            }
        }
    }

    /** Lines without the tabs that they begin with. */
    private Text withoutTabs(int from, int to) {
        Text.Builder out = Text.builder(
                code.file(), code.part(from, from).location().span().start());
        boolean begins = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            begins = isBreak(c) || (begins && c == '\t');
            if (isBreak(c) || !begins) {
                out.copy(code, i);
            }
        }
        return out.build();
    }

    int lineEnd(int from) {
        int i = from;
        while (i < in.limit() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    int nextLine(int end) {
        boolean two = end + 1 < in.limit() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(in.limit(), end + (two ? 2 : 1));
    }

    void skipComment() {
        in.to(lineEnd(in.at()));
    }

    /** Skips blanks and line breaks with a backslash before them. */
    void skipBlanks() {
        while (in.more()) {
            char c = in.unit();
            if (isBlank(c)) {
                in.skip(1);
            } else if (c == '\\' && continuationEnd(in.at()) > in.at()) {
                in.to(continuationEnd(in.at()));
            } else {
                return;
            }
        }
    }

    /** The index behind a backslash and the line break after it; the index itself if there is none. */
    int continuationEnd(int backslash) {
        int next = backslash + 1;
        return next < in.limit() && isBreak(text.charAt(next)) ? nextLine(next) : backslash;
    }

    /** Behind {@code ((…))} that begins at an index and ends in the same line; the index itself if there is none. */
    int arithmeticEnd(int from) {
        if (from + 1 >= in.limit()
                || text.charAt(from) != '('
                || text.charAt(from + 1) != '('
                || from < noArithmeticBefore) {
            return from;
        }
        int open = 0;
        for (int i = from; i < in.limit() && !isBreak(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
                if (open == 0) {
                    return text.charAt(i - 1) == ')' ? i + 1 : from;
                }
            }
        }
        noArithmeticBefore = lineEnd(from);
        return from;
    }

    /** Takes every name in an arithmetic expression that assigns for changed. */
    void changeNames(int from, int to) {
        boolean assigns = false;
        for (int i = from; i < to && !assigns; i++) {
            char c = text.charAt(i);
            assigns = c == '=' || ((c == '+' || c == '-') && text.charAt(i - 1) == c);
        }
        int i = from;
        while (assigns && i < to) {
            int end = nameEnd(i);
            if (end > i) {
                seen.change(text.substring(i, end));
            }
            i = Math.max(end, i + 1);
        }
    }

    int placeholderEnd(int from) {
        return documentation ? Placeholders.end(text, from, in.limit()) : from;
    }

    /** Drops the command and goes on in the line after the one with the quote. */
    void recover(int quote, int commandsBefore) {
        while (found.size() > commandsBefore) {
            found.remove(found.size() - 1);
        }
        recoveries++;
        if (recoveries > MAX_RECOVERIES) {
            stop();
            return;
        }
        pending.clear();
        broken = true;
        in.back(lineEnd(quote));
    }

    /** Whether a word that goes on for some units ends there. */
    boolean endsAfter(int units) {
        int end = in.at() + units;
        return end == in.limit() || (end < in.limit() && endsWord(text.charAt(end)));
    }

    int nameEnd(int from) {
        int i = from;
        while (i < in.limit() && Programs.isNameUnit(text.charAt(i), i > from)) {
            i++;
        }
        return i;
    }

    static boolean endsWord(char c) {
        return isBlank(c) || isBreak(c) || ";&|()<>".indexOf(c) >= 0;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
