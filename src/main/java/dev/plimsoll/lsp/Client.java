package dev.plimsoll.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * The editor.
 *
 * @param remote takes what it is told
 * @param published what it was told of findings; null before it has said what it can show
 */
record Client(LanguageClient remote, @Nullable Published published) {
    /** Nobody yet. */
    static final Client NONE = new Client(new Deaf(), null);

    /** Hears nothing. */
    private static final class Deaf implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {
            // there is none
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            // nobody looks
        }

        @Override
        public void showMessage(MessageParams message) {
            // nobody looks
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return new CompletableFuture<>();
        }

        @Override
        public void logMessage(MessageParams message) {
            // nobody looks
        }

        @Override
        public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
