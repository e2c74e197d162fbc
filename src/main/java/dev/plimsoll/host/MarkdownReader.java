package dev.plimsoll.host;

import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fenced code blocks of Markdown, in lists and quotations too. Source: CommonMark 0.31, 4.5. */
final class MarkdownReader {
    private static final int MIN_FENCE = 3;

    private final SourceFile file;
    private final String text;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<Location> documents = new ArrayList<>();

    MarkdownReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * An opening fence.
     *
     * @param quotes how many quotations it lies in
     * @param indent blanks before it, or as wide a list marker
     */
    private record Fence(char mark, int length, int quotes, int indent, String language) {}

    Embedded read() {
        Lines lines = new Lines(text, 0, text.length());
        Fence open = null;
        List<Span> block = new ArrayList<>();
        while (lines.advance()) {
            if (open != null) {
                int from = insideOf(open, lines.start(), lines.end());
                if (from >= 0 && !closes(open, from, lines.end())) {
                    block.add(new Span(from, lines.end()));
                    continue;
                }
                block(open, block);
                block = new ArrayList<>();
                open = null;
                if (from >= 0) {
                    continue;
                }
            }
            open = fence(lines.start(), lines.end());
        }
        if (open != null) {
            block(open, block);
        }
        return new Embedded(commands, documents);
    }

    private @Nullable Fence fence(int start, int end) {
        int quotes = 0;
        int at = Lines.skipBlanks(text, start, end);
        int quotedEnd = start;
        int marker = listMarkerEnd(at, end);
        while (marker > at || (at < end && text.charAt(at) == '>')) {
            if (marker == at) {
                quotes++;
                marker = at + 1;
                quotedEnd = marker < end && text.charAt(marker) == ' ' ? marker + 1 : marker;
            }
            at = Lines.skipBlanks(text, marker, end);
            marker = listMarkerEnd(at, end);
        }
        char mark = at < end ? text.charAt(at) : ' ';
        int length = run(mark, at, end);
        if ((mark != '`' && mark != '~') || length < MIN_FENCE) {
            return null;
        }
        String info = text.substring(at + length, end);
        if (mark == '`' && info.indexOf('`') >= 0) {
            return null;
        }
        return new Fence(mark, length, quotes, Math.max(0, at - quotedEnd), language(info));
    }

    private int listMarkerEnd(int at, int end) {
        int i = at;
        while (i < end && i - at < 9 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean marker = i < end && (i == at ? "-*+" : ".)").indexOf(text.charAt(i)) >= 0;
        return marker && i + 1 < end && text.charAt(i + 1) == ' ' ? i + 1 : at;
    }

    private int run(char mark, int at, int end) {
        int i = at;
        while (i < end && text.charAt(i) == mark) {
            i++;
        }
        return i - at;
    }

    /** Where a line's part of the block begins; -1 if the quotation around the block has ended. */
    private int insideOf(Fence fence, int start, int end) {
        int at = start;
        for (int quotes = 0; quotes < fence.quotes(); quotes++) {
            int mark = Lines.skipBlanks(text, at, end);
            if (mark >= end || text.charAt(mark) != '>') {
                return -1;
            }
            at = mark + 1 < end && text.charAt(mark + 1) == ' ' ? mark + 2 : mark + 1;
        }
        return Math.min(Lines.skipBlanks(text, at, end), at + fence.indent());
    }

    private boolean closes(Fence fence, int from, int end) {
        int at = Lines.skipBlanks(text, from, end);
        int length = run(fence.mark(), at, end);
        return length >= fence.length() && Lines.skipBlanks(text, at + length, end) == end;
    }

    /** The language of an info string: {@code bash}, {@code {.bash}}, {@code yaml:compose.yaml}, {@code sh title="x"}. */
    private static String language(String info) {
        int from = 0;
        while (from < info.length() && " \t{.".indexOf(info.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < info.length() && " \t{},:;=\r".indexOf(info.charAt(to)) < 0) {
            to++;
        }
        return info.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private void block(Fence fence, List<Span> lines) {
        if (lines.isEmpty()) {
            return;
        }
        switch (fence.language()) {
            case "bash", "sh", "shell", "zsh", "ksh", "dash", "fish", "bashrc", "shell-script", "shellscript" ->
                example(lines, ShellDialect.POSIX, false);
            case "console",
                    "terminal",
                    "shell-session",
                    "shellsession",
                    "sh-session",
                    "bash-session",
                    "cli",
                    "command",
                    "commandline",
                    "command-line" -> example(lines, ShellDialect.POSIX, true);
            case "powershell", "ps1", "pwsh", "ps", "posh" -> example(lines, ShellDialect.POWERSHELL, true);
            case "cmd", "bat", "batch", "dos", "batchfile" -> example(lines, ShellDialect.CMD, true);
            case "makefile", "make" -> makefile(lines);
            case "", "text", "txt", "plain", "plaintext", "none" -> {
                Example example = new Example(file, lines, ShellDialect.POSIX, true);
                if (example.beginsWithCommand()) {
                    commands.addAll(example.commands());
                }
            }
            default -> {
                if (isYaml(fence.language())) {
                    documents.addAll(ComposeBlock.find(file, lines));
                }
            }
        }
    }

    private static boolean isYaml(String language) {
        return language.equals("yaml")
                || language.equals("yml")
                || language.equals("docker-compose")
                || language.equals("compose")
                || language.endsWith(".yaml")
                || language.endsWith(".yml");
    }

    private void example(List<Span> lines, ShellDialect dialect, boolean likeTerminal) {
        commands.addAll(new Example(file, lines, dialect, likeTerminal).commands());
    }

    private void makefile(List<Span> lines) {
        Span last = lines.get(lines.size() - 1);
        int length = last.end() - lines.get(0).start();
        int held = 0;
        for (Span line : lines) {
            held += line.length() + 1;
        }
        // in a list or quotation a line has more before it than a Makefile knows of
        if (held >= length) {
            commands.addAll(new MakefileReader(file, lines.get(0).start(), last.end()).read());
        }
    }
}
