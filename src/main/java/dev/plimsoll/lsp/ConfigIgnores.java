package dev.plimsoll.lsp;

import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.DoubleQuoted;
import java.io.File;
import java.util.List;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.CreateFileOptions;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Items of {@code ignore} in the configuration of a file, which is made where there is none. */
final class ConfigIgnores {
    private static final String KEY = "ignore:";

    private final Buffers buffers;
    private final Columns columns;
    private final boolean mayCreate;

    /**
     * Writes nothing itself.
     *
     * @param mayCreate whether the editor can be asked for a new file
     */
    ConfigIgnores(Buffers buffers, Columns columns, boolean mayCreate) {
        this.buffers = buffers;
        this.columns = columns;
        this.mayCreate = mayCreate;
    }

    /** The edit that ignores a finding; null where the configuration is not of a form that takes another item. */
    @Nullable
    WorkspaceEdit edit(Diagnostic diagnostic, Buffer buffer, Analysis analysis) {
        Config config;
        try {
            config = ConfigFiles.nearest(analysis.projects().inputs())
                    .ofPath(diagnostic.finding().at().file().path());
        } catch (InputException e) {
            return null;
        }
        WorkspaceEdit edit = Edits.empty();
        if (config == null) {
            if (!mayCreate) {
                return null;
            }
            File file = new File(analysis.directory(), ConfigFiles.NAMES.get(0));
            String uri = buffers.uri(file);
            edit.getDocumentChanges().add(Either.forRight(new CreateFile(uri, new CreateFileOptions(false, true))));
            String item = KEY + "\n" + item(diagnostic, analysis.directory(), buffer.file(), "  ");
            edit.getDocumentChanges().add(Either.forLeft(change(uri, null, new SourceFile("", ""), 0, item)));
            return edit;
        }
        SourceFile source = config.file();
        File file = FilePath.clean(FilePath.resolve(analysis.directory(), source.path()));
        Place place = place(source.text());
        if (place == null || source.isWithheld()) {
            return null;
        }
        Buffer open = buffers.of(file);
        String text = place.before() + item(diagnostic, config.root(), buffer.file(), place.indent());
        TextDocumentEdit change = change(
                buffers.uri(file),
                open == null ? null : Integer.valueOf(open.version()),
                source,
                place.offset(),
                source.text().contains("\r\n") ? text.replace("\n", "\r\n") : text);
        edit.getDocumentChanges().add(Either.forLeft(change));
        return edit;
    }

    private TextDocumentEdit change(String uri, @Nullable Integer version, SourceFile source, int offset, String text) {
        TextEdit insertion = new TextEdit(columns.range(source, Span.at(offset)), text);
        return new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, version), List.of(insertion));
    }

    private static String item(Diagnostic diagnostic, File root, File file, String indent) {
        StringBuilder item = new StringBuilder();
        item.append(indent).append("- rule: ").append(diagnostic.rule()).append('\n');
        // a pattern without a slash in front holds at any depth
        String path = "/" + FilePath.relative(root.getAbsoluteFile(), file);
        item.append(indent).append("  path: ").append(DoubleQuoted.of(path)).append('\n');
        if (diagnostic.finding().container().isPresent()) {
            String container = DoubleQuoted.of(diagnostic.finding().container().get());
            item.append(indent).append("  container: ").append(container).append('\n');
        }
        return item.append(indent)
                .append("  reason: ")
                .append(DoubleQuoted.of(CodeActions.REASON))
                .append('\n')
                .toString();
    }

    /**
     * Where an item goes.
     *
     * @param offset where it is inserted
     * @param before what goes before it
     * @param indent of its dash
     */
    private record Place(int offset, String before, String indent) {}

    /** Behind the last item, or at the end under a key of its own; null for a list in brackets. */
    private static @Nullable Place place(String text) {
        LineIndex lines = LineIndex.of(text);
        int key = 0;
        for (int line = 1; line <= lines.count() && key == 0; line++) {
            Span span = lines.line(line);
            key = text.startsWith(KEY, span.start()) ? line : 0;
        }
        if (key == 0) {
            boolean ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
            return new Place(text.length(), (ended ? "" : "\n") + KEY + "\n", "  ");
        }
        String behind = text.substring(
                lines.line(key).start() + KEY.length(), lines.line(key).end());
        if (!behind.isBlank() && !behind.strip().startsWith("#")) {
            return null;
        }
        int last = key;
        String indent = null;
        for (int line = key + 1; line <= lines.count(); line++) {
            String written =
                    text.substring(lines.line(line).start(), lines.line(line).end());
            String bare = written.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            boolean item = bare.equals("-") || bare.startsWith("- ");
            int blanks = written.length() - written.stripLeading().length();
            if (blanks == 0 && !item) {
                break;
            }
            if (item && indent == null) {
                indent = written.substring(0, blanks);
            }
            last = line;
        }
        int offset = lines.nextLineStart(last);
        boolean ended = offset > 0 && (text.charAt(offset - 1) == '\n' || text.charAt(offset - 1) == '\r');
        return new Place(offset, ended ? "" : "\n", indent == null ? "  " : indent);
    }
}
