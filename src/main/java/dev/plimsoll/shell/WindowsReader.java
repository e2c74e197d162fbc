package dev.plimsoll.shell;

import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/** What the readers of cmd and PowerShell do alike. */
abstract class WindowsReader {
    final Text code;
    final String text;
    final boolean documentation;
    final List<ShellCommand> found = new ArrayList<>();
    final Cursor in;
    /** What stands before a line break that does not end the command. */
    private final char continuation;
    /** What may stand before the angle bracket of a redirection, a unit each. */
    private final String streams;

    WindowsReader(Text code, boolean documentation, ShellDialect dialect, String streams) {
        this.code = code;
        this.text = code.value();
        this.documentation = documentation;
        this.in = new Cursor(text);
        this.continuation = dialect.continuation().mark().charAt(0);
        this.streams = streams;
    }

    /** Reads the word at hand. */
    abstract void word(List<Word> words);

    abstract boolean endsWord(char c);

    abstract boolean isBlank(char c);

    /** Whether a redirection begins at an index; an angle bracket of documentation's placeholders is none. */
    final boolean isRedirection(int from) {
        boolean numbered = streams.indexOf(text.charAt(from)) >= 0;
        int angle = numbered ? from + 1 : from;
        boolean opens = angle < text.length()
                && (text.charAt(angle) == '>' || (text.charAt(angle) == '<' && (!numbered || takesNumberedInput())));
        return opens && placeholderEnd(angle) == angle;
    }

    /** Whether a number may stand before {@code <}. */
    abstract boolean takesNumberedInput();

    /** Goes behind a redirection and the word that it goes to or comes from. */
    final void redirection() {
        while (in.more() && (streams.indexOf(in.unit()) >= 0 || "<>&".indexOf(in.unit()) >= 0)) {
            in.skip(1);
        }
        while (in.more() && isBlank(in.unit())) {
            in.skip(1);
        }
        if (in.more() && !endsWord(in.unit())) {
            word(new ArrayList<>());
        }
    }

    final int placeholderEnd(int from) {
        return documentation ? Placeholders.end(text, from, text.length()) : from;
    }

    /** Behind the mark of continuation and the line break after it; the index itself if there is none. */
    final int continuationEnd(int from) {
        if (text.charAt(from) != continuation || from + 1 >= text.length() || !isBreak(text.charAt(from + 1))) {
            return from;
        }
        return from + (text.startsWith("\r\n", from + 1) ? 3 : 2);
    }

    final int lineEnd(int from) {
        int i = from;
        while (i < text.length() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
