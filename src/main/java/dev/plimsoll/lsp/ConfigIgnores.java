package dev.plimsoll.lsp;

import dev.plimsoll.config.Config;
import dev.plimsoll.config.ConfigText;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.source.FilePath;
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
        ConfigText.Place place = ConfigText.place(source.text(), KEY);
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
}
