package dev.plimsoll.lsp;

import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Changed texts as edits of documents, each of the version that it was made of: an editor refuses those of an older one. */
final class Edits {
    /** Lines that a search for the next equal one looks ahead; behind them all is one change. */
    private static final int AHEAD = 64;

    private final Buffers buffers;
    private final Columns columns;

    Edits(Buffers buffers, Columns columns) {
        this.buffers = buffers;
        this.columns = columns;
    }

    /**
     * The edits that make some texts of others.
     *
     * @param directory from which shown paths count
     */
    WorkspaceEdit of(List<FixedFile> files, File directory) {
        WorkspaceEdit edit = empty();
        for (FixedFile file : files) {
            File place =
                    FilePath.clean(FilePath.resolve(directory, file.before().path()));
            Buffer buffer = buffers.of(place);
            Integer version = buffer == null ? null : Integer.valueOf(buffer.version());
            VersionedTextDocumentIdentifier document = new VersionedTextDocumentIdentifier(buffers.uri(place), version);
            List<TextEdit> edits = changes(file.before(), file.after().text());
            edit.getDocumentChanges().add(Either.forLeft(new TextDocumentEdit(document, edits)));
        }
        return edit;
    }

    /** An edit of documents that have versions, none yet. */
    static WorkspaceEdit empty() {
        WorkspaceEdit edit = new WorkspaceEdit();
        edit.setChanges(null);
        edit.setDocumentChanges(new ArrayList<>());
        return edit;
    }

    /** What differs, line by line: an edit of a whole text would lose the cursor and the marks in it. */
    List<TextEdit> changes(SourceFile before, String after) {
        List<String> old = lines(before.text());
        List<String> now = lines(after);
        int first = 0;
        while (first < old.size() && first < now.size() && old.get(first).equals(now.get(first))) {
            first++;
        }
        int oldEnd = old.size();
        int nowEnd = now.size();
        while (oldEnd > first && nowEnd > first && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        List<TextEdit> edits = new ArrayList<>();
        int offset = length(old, 0, first);
        int i = first;
        int j = first;
        while (i < oldEnd || j < nowEnd) {
            if (i < oldEnd && j < nowEnd && old.get(i).equals(now.get(j))) {
                offset += old.get(i).length();
                i++;
                j++;
                continue;
            }
            int[] next = meeting(old, i, oldEnd, now, j, nowEnd);
            int removed = length(old, i, next[0]);
            String added = String.join("", now.subList(j, next[1]));
            edits.add(trimmed(before, new Span(offset, offset + removed), added));
            offset += removed;
            i = next[0];
            j = next[1];
        }
        return edits;
    }

    /** A change without what stays at both its ends, so that a cursor there stays where it is. */
    private TextEdit trimmed(SourceFile before, Span span, String added) {
        String removed = before.text().substring(span.start(), span.end());
        int most = Math.min(removed.length(), added.length());
        int first = 0;
        while (first < most && removed.charAt(first) == added.charAt(first)) {
            first++;
        }
        if (splits(removed, first) || splits(added, first)) {
            first--;
        }
        int last = 0;
        while (last < most - first
                && removed.charAt(removed.length() - 1 - last) == added.charAt(added.length() - 1 - last)) {
            last++;
        }
        if (splits(removed, removed.length() - last) || splits(added, added.length() - last)) {
            last--;
        }
        Span inner = new Span(span.start() + first, span.end() - last);
        return new TextEdit(columns.range(before, inner), added.substring(first, added.length() - last));
    }

    /** Whether an offset lies between two units that are one: a line break, or a character beyond the basic ones. */
    private static boolean splits(String text, int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return false;
        }
        char before = text.charAt(offset - 1);
        char behind = text.charAt(offset);
        return (before == '\r' && behind == '\n') || Character.isSurrogatePair(before, behind);
    }

    /** Where both texts go on alike: the nearest pair of equal lines that are not blank. */
    private static int[] meeting(List<String> old, int i, int oldEnd, List<String> now, int j, int nowEnd) {
        int most = Math.min(2 * AHEAD, (oldEnd - i) + (nowEnd - j));
        for (int sum = 1; sum <= most; sum++) {
            for (int a = Math.max(0, sum - AHEAD); a <= Math.min(sum, AHEAD); a++) {
                int b = sum - a;
                boolean inside = i + a < oldEnd && j + b < nowEnd;
                if (inside && !old.get(i + a).isBlank() && old.get(i + a).equals(now.get(j + b))) {
                    return new int[] {i + a, j + b};
                }
            }
        }
        return new int[] {oldEnd, nowEnd};
    }

    private static int length(List<String> lines, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += lines.get(i).length();
        }
        return length;
    }

    /** The lines with their line breaks. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean together = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !together) {
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
