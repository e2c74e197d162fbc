package dev.plimsoll.lsp;

import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.LineChanges;
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
        List<String> old = LineChanges.lines(before.text());
        List<String> now = LineChanges.lines(after);
        List<TextEdit> edits = new ArrayList<>();
        int line = 0;
        int offset = 0;
        for (LineChanges.Change change : LineChanges.between(old, now)) {
            offset += length(old, line, change.from());
            int removed = length(old, change.from(), change.to());
            String added = String.join("", now.subList(change.newFrom(), change.newTo()));
            edits.add(trimmed(before, new Span(offset, offset + removed), added));
            offset += removed;
            line = change.to();
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

    private static int length(List<String> lines, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += lines.get(i).length();
        }
        return length;
    }
}
