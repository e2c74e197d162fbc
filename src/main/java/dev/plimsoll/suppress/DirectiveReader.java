package dev.plimsoll.suppress;

import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads directives out of comments. */
final class DirectiveReader {
    private static final String IGNORE = "ignore";
    private static final String IGNORE_FILE = "ignore-file";
    private static final String FORM = "write \"plimsoll: ignore[rule-id] reason\"";
    /** Directives that are read in one file. A file with more ignores rules that it should switch off. */
    private static final int MAX_DIRECTIVES = 10_000;

    private final String text;
    private final Comment comment;
    private final List<Directive> directives;

    private DirectiveReader(String text, Comment comment, List<Directive> directives) {
        this.text = text;
        this.comment = comment;
        this.directives = directives;
    }

    /** The directives of a file, in order. */
    static List<Directive> read(SourceFile file) {
        List<Directive> directives = new ArrayList<>();
        for (Comment comment : comments(file)) {
            DirectiveReader reader = new DirectiveReader(file.text(), comment, directives);
            if (directives.size() >= MAX_DIRECTIVES) {
                reader.wrong(
                        comment.at(), "more than " + MAX_DIRECTIVES + " comments for plimsoll: the rest is not read");
                break;
            }
            reader.read();
        }
        return directives;
    }

    private static List<Comment> comments(SourceFile file) {
        CommentSyntax syntax = CommentSyntax.of(file);
        return switch (syntax) {
            case YAML -> {
                YamlComments comments = YamlComments.of(file);
                yield comments == null ? List.of() : comments.all();
            }
            case SHELL -> script(file);
            case MAKEFILE, POWERSHELL, DOCKERFILE, UNIT -> ShellComments.of(syntax, file.text());
            case MARKDOWN, MDX, ASCIIDOC, RESTRUCTURED_TEXT -> ProseComments.of(file, syntax);
            case JSON -> JsonDirectives.of(file.text());
            case NONE -> List.of();
        };
    }

    /** Those of the commands, and those of what they write into files. */
    private static List<Comment> script(SourceFile file) {
        List<Comment> comments = ShellComments.of(CommentSyntax.SHELL, file.text());
        if (!file.text().contains("<<") || !file.text().contains(Suppressions.MARKER)) {
            return comments;
        }
        List<Comment> all = new ArrayList<>(comments);
        all.addAll(DocumentComments.of(Hosts.read(file, HostKind.SHELL)));
        all.sort(Comparator.comparingInt(comment -> comment.at().start()));
        return all;
    }

    /** Several tools may share a comment, each behind a number sign of its own; not so one that has an end of its own. */
    private void read() {
        int start = comment.at().start();
        int end = comment.at().end();
        CommentSyntax enclosing = enclosing(start);
        int sign = start;
        while (sign < end) {
            int content =
                    enclosing == null ? sign + 1 : start + enclosing.opening().length();
            int next = enclosing == null ? nextSign(content, end) : end;
            int marker = skipBlanks(content, next);
            if (text.startsWith(Suppressions.MARKER, marker)) {
                String closing = enclosing == null ? "" : enclosing.closing();
                int last = end - closing.length();
                boolean closed = enclosing != null && text.startsWith(closing, last);
                directive(sign, marker + Suppressions.MARKER.length(), closed ? last : next, next);
            }
            sign = next;
        }
    }

    /** The syntax of a comment with more signs than one; null for one behind a number sign. */
    private @Nullable CommentSyntax enclosing(int start) {
        if (text.startsWith(CommentSyntax.MARKDOWN.opening(), start)) {
            return CommentSyntax.MARKDOWN;
        }
        if (text.startsWith(CommentSyntax.JSON.opening(), start)) {
            return CommentSyntax.JSON;
        }
        if (text.startsWith(CommentSyntax.RESTRUCTURED_TEXT.opening(), start)) {
            return CommentSyntax.RESTRUCTURED_TEXT;
        }
        return text.startsWith(CommentSyntax.MDX.opening(), start) ? CommentSyntax.MDX : null;
    }

    private int nextSign(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '#' && isBlank(text.charAt(i - 1))) {
                return i;
            }
        }
        return end;
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int trimEnd(int from, int end) {
        int at = end;
        while (at > from && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /**
     * Reads one directive.
     *
     * @param from behind the marker
     * @param to before the end of what belongs to it
     * @param outer before the next tool's part of the comment, or behind the whole comment
     */
    private void directive(int sign, int from, int to, int outer) {
        Span at = new Span(sign, trimEnd(from, outer));
        int word = skipBlanks(from, to);
        int wordEnd = word;
        while (wordEnd < to && (Character.isLetter(text.charAt(wordEnd)) || text.charAt(wordEnd) == '-')) {
            wordEnd++;
        }
        String verb = text.substring(word, wordEnd);
        if (!verb.equals(IGNORE) && !verb.equals(IGNORE_FILE)) {
            String what = verb.isEmpty() ? "a comment for plimsoll that says nothing" : "unknown word \"" + verb + "\"";
            wrong(at, what + ": " + FORM);
            return;
        }
        int open = skipBlanks(wordEnd, to);
        if (open >= to || text.charAt(open) != '[') {
            wrong(at, "\"" + verb + "\" without the ids of rules ignores nothing: " + FORM);
            return;
        }
        int close = open;
        while (close < to && text.charAt(close) != ']') {
            close++;
        }
        if (close == to) {
            wrong(at, "\"" + verb + "\" lacks its closing bracket: " + FORM);
            return;
        }
        List<Directive.Id> ids = ids(open + 1, close);
        if (ids.isEmpty()) {
            wrong(at, "\"" + verb + "\" without the ids of rules ignores nothing: " + FORM);
            return;
        }
        String reason = reason(close + 1, to);
        directives.add(new Directive(
                at,
                comment.ownLine(),
                verb.equals(IGNORE_FILE),
                ids,
                reason.isEmpty() ? Optional.empty() : Optional.of(reason),
                comment.covered(),
                Optional.empty()));
    }

    private void wrong(Span at, String mistake) {
        directives.add(new Directive(
                at, comment.ownLine(), false, List.of(), Optional.empty(), List.of(), Optional.of(mistake)));
    }

    private List<Directive.Id> ids(int from, int to) {
        List<Directive.Id> ids = new ArrayList<>();
        int at = from;
        while (at <= to) {
            int end = at;
            while (end < to && text.charAt(end) != ',') {
                end++;
            }
            int first = skipBlanks(at, end);
            int last = trimEnd(first, end);
            if (first < last) {
                ids.add(new Directive.Id(text.substring(first, last), new Span(first, last)));
            }
            at = end + 1;
        }
        return ids;
    }

    /** What follows the bracket, without the colon or dashes that some put between. */
    private String reason(int from, int to) {
        int at = skipBlanks(from, to);
        while (at < to && ":-\u2013\u2014".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(skipBlanks(at, to), Math.max(skipBlanks(at, to), trimEnd(at, to)));
    }
}
