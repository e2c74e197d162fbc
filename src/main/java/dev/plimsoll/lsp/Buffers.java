package dev.plimsoll.lsp;

import dev.plimsoll.report.Uris;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.LineIndex;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.jspecify.annotations.Nullable;

/** The documents that the editor holds open. Written by the thread that reads messages, read by the one that lints. */
final class Buffers {
    /** Units of UTF-16 of a path: no system that we run on opens a file by a longer one unless it is asked to. */
    private static final int MAX_PATH = 4096;

    private final Map<String, Buffer> byUri = new LinkedHashMap<>();
    private final Columns columns;

    /** No document yet; columns of changes are counted so. */
    Buffers(Columns columns) {
        this.columns = columns;
    }

    /** Takes down a document that was opened; what is no file, such as one that was never saved, is left out. */
    synchronized @Nullable Buffer open(TextDocumentItem document) {
        File file = file(document.getUri());
        if (file == null) {
            return null;
        }
        // an editor that leaves something out would end up in every look at the documents
        String language = Objects.requireNonNullElse(document.getLanguageId(), "");
        String text = Objects.requireNonNullElse(document.getText(), "");
        Buffer buffer = new Buffer(document.getUri(), file, language, document.getVersion(), text);
        byUri.put(document.getUri(), buffer);
        return buffer;
    }

    /** Applies changes in their order; null if the document is not open. */
    synchronized @Nullable Buffer change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        Buffer buffer = byUri.get(uri);
        if (buffer == null) {
            return null;
        }
        String text = buffer.text();
        for (TextDocumentContentChangeEvent change : changes) {
            String now = Objects.requireNonNullElse(change.getText(), "");
            text = change.getRange() == null ? now : changed(text, change.getRange(), now);
        }
        Buffer changed = buffer.with(version, text);
        byUri.put(uri, changed);
        return changed;
    }

    private String changed(String text, Range range, String now) {
        LineIndex lines = LineIndex.of(text);
        int start = columns.offset(text, lines, range.getStart());
        int end = Math.max(start, columns.offset(text, lines, range.getEnd()));
        return new StringBuilder(text.length() + now.length())
                .append(text, 0, start)
                .append(now)
                .append(text, end, text.length())
                .toString();
    }

    synchronized @Nullable Buffer close(String uri) {
        return byUri.remove(uri);
    }

    synchronized @Nullable Buffer get(String uri) {
        return byUri.get(uri);
    }

    /** The documents in the order in which they were opened. */
    synchronized List<Buffer> all() {
        return new ArrayList<>(byUri.values());
    }

    /** The texts by the files that they stand for. */
    synchronized Map<File, String> texts() {
        Map<File, String> texts = new HashMap<>();
        for (Buffer buffer : byUri.values()) {
            texts.put(buffer.file(), buffer.text());
        }
        return texts;
    }

    /** The document of a file; null if it is not open. */
    synchronized @Nullable Buffer of(File file) {
        for (Buffer buffer : byUri.values()) {
            if (buffer.file().equals(file)) {
                return buffer;
            }
        }
        return null;
    }

    /** The file of a URI; null for what is none. */
    static @Nullable File file(@Nullable String uri) {
        if (uri == null || uri.length() > MAX_PATH) {
            return null;
        }
        try {
            URI parsed = URI.create(uri);
            if (!"file".equals(parsed.getScheme())) {
                return null;
            }
            return FilePath.clean(Path.of(parsed).toFile());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    /** The URI of a file: the editor's own for one that is open. */
    String uri(File file) {
        Buffer buffer = of(file);
        return buffer == null ? Uris.of(FilePath.slashes(file)) : buffer.uri();
    }
}
