package dev.plimsoll.suppress;

import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.shell.HereDocument;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Cursor;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of shell code. At the end of a line a comment is about the whole command that ends there, continued lines
 * included; on a line of its own about the next command. The settings of a systemd unit are commands of which only the latter
 * is true; Dockerfiles are for {@link DockerfileComments}.
 */
final class ShellComments {
    private final String text;
    private final int end;
    private final List<Comment> comments = new ArrayList<>();
    /** Comments on lines of their own that wait for a command. */
    private final List<Span> waiting = new ArrayList<>();

    private final List<Span> commands = new ArrayList<>();
    private final CommentSyntax syntax;
    /** Its escape character takes the meaning of a line break too. */
    private final Quoting quoting;

    private final char escape;

    private final Cursor in;
    /** Where a quote must be closed. */
    private int limit;

    private boolean noMoreHereDocuments;
    private boolean noMoreSingleQuotes;
    private boolean noMoreDoubleQuotes;

    private ShellComments(CommentSyntax syntax, String text) {
        this.text = text;
        this.end = text.length();
        this.in = new Cursor(text);
        this.limit = end;
        this.syntax = syntax;
        this.quoting = syntax == CommentSyntax.POWERSHELL ? Quoting.POWERSHELL : Quoting.SH;
        this.escape = quoting.escape();
        boolean quotes = syntax != CommentSyntax.UNIT;
        this.noMoreSingleQuotes = !quotes;
        this.noMoreDoubleQuotes = !quotes;
        this.noMoreHereDocuments = syntax != CommentSyntax.SHELL;
    }

    /** The comments of a text that is shell code, or read like it. */
    static List<Comment> of(CommentSyntax syntax, String text) {
        if (syntax == CommentSyntax.DOCKERFILE) {
            return DockerfileComments.of(text);
        }
        ShellComments reading = read(syntax, text);
        for (Span comment : reading.waiting) {
            reading.comments.add(new Comment(comment, true, List.of(comment)));
        }
        return List.copyOf(reading.comments);
    }

    /** The commands of a file, in order, from the start of a line to the end of one; comments at their ends too. */
    static List<Span> commands(CommentSyntax syntax, String text) {
        if (syntax == CommentSyntax.DOCKERFILE) {
            return DockerfileComments.instructions(text);
        }
        return List.copyOf(read(syntax, text).commands);
    }

    private static ShellComments read(CommentSyntax syntax, String text) {
        ShellComments reading = new ShellComments(syntax, text);
        while (reading.in.more()) {
            reading.command();
        }
        return reading;
    }

    /** Reads up to the end of a line that nothing continues. */
    private void command() {
        int start = in.at();
        if (syntax == CommentSyntax.MAKEFILE) {
            limit = lineEnd();
            noMoreSingleQuotes = false;
            noMoreDoubleQuotes = false;
        }
        int content = start;
        while (content < end && !isBreak(text.charAt(content)) && Character.isWhitespace(text.charAt(content))) {
            content++;
        }
        Span comment = null;
        List<HereDocument> hereDocuments = new ArrayList<>();
        while (in.more() && comment == null && !isBreak(in.unit())) {
            char c = in.unit();
            if (c == escape) {
                in.to(Math.min(end, isBreakOfTwo(in.at() + 1) ? in.at() + 3 : in.at() + 2));
            } else if (c == '\'' && !noMoreSingleQuotes) {
                singleQuoted();
            } else if (c == '"' && !noMoreDoubleQuotes) {
                doubleQuoted();
            } else if (c == '#' && isSign(start, content)) {
                comment = comment();
            } else if (in.startsWith("<<") && !noMoreHereDocuments) {
                in.to(hereDocument(in.at() + 2, hereDocuments));
            } else {
                in.skip(1);
            }
        }
        int commandEnd = comment == null ? in.at() : comment.start();
        commands.add(new Span(start, in.at()));
        skipBreak();
        for (HereDocument document : hereDocuments) {
            skipHereDocument(document);
        }
        boolean empty = text.substring(start, commandEnd).isBlank();
        if (!empty) {
            for (Span own : waiting) {
                comments.add(new Comment(own, true, List.of(own, new Span(start, commandEnd))));
            }
            waiting.clear();
        }
        if (comment != null && empty) {
            waiting.add(comment);
        } else if (comment != null) {
            comments.add(new Comment(comment, false, List.of(new Span(start, comment.end()))));
        }
    }

    /** Whether a number sign begins a comment in the command that begins at an offset, and its first sign at another. */
    private boolean isSign(int start, int content) {
        return syntax == CommentSyntax.UNIT
                ? in.at() == content
                : in.at() == start || " \t;&|()\n\r".indexOf(text.charAt(in.at() - 1)) >= 0;
    }

    /** The end of this line and of those that continue it. */
    private int lineEnd() {
        int i = in.at();
        while (i < end && !isBreak(text.charAt(i))) {
            i += text.charAt(i) != escape ? 1 : isBreakOfTwo(i + 1) ? 3 : 2;
        }
        return Math.min(i, end);
    }

    private Span comment() {
        int start = in.at();
        while (in.more() && !isBreak(in.unit())) {
            in.skip(1);
        }
        int last = in.at();
        while (last > start && " \t".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return new Span(start, last);
    }

    private void singleQuoted() {
        int close = quoting.close(text, in.at(), limit);
        // if it is never closed it is an apostrophe
        noMoreSingleQuotes |= close < 0;
        in.to(close < 0 ? in.at() + 1 : close + 1);
    }

    private void doubleQuoted() {
        int close = quoting.close(text, in.at(), limit);
        noMoreDoubleQuotes |= close < 0;
        in.to(close < 0 ? in.at() + 1 : close + 1);
    }

    private int hereDocument(int from, List<HereDocument> documents) {
        if (from < end && text.charAt(from) == '<') {
            return from + 1;
        }
        boolean tabs = from < end && text.charAt(from) == '-';
        int start = tabs ? from + 1 : from;
        while (start < end && " \t".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int to = HereDocument.delimiterEnd(text, start, end);
        HereDocument opened = HereDocument.of(text.substring(start, to), tabs);
        if (opened != null) {
            documents.add(opened);
        }
        return to;
    }

    private int breakFrom(int index) {
        int i = index;
        while (i < end && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Goes behind the line that ends a here-document; stays where there is none. */
    private void skipHereDocument(HereDocument document) {
        int line = in.at();
        while (line < end && !noMoreHereDocuments) {
            int lineEnd = breakFrom(line);
            if (document.isClosedBy(text, line, lineEnd)) {
                in.to(lineEnd);
                skipBreak();
                return;
            }
            line = isBreakOfTwo(lineEnd) ? lineEnd + 2 : lineEnd + 1;
        }
        noMoreHereDocuments = true;
    }

    private void skipBreak() {
        if (in.more()) {
            in.skip(isBreakOfTwo(in.at()) ? 2 : 1);
        }
    }

    private boolean isBreakOfTwo(int index) {
        return index + 1 < end && text.charAt(index) == '\r' && text.charAt(index + 1) == '\n';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
