package dev.plimsoll.lsp;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves an editor. */
public final class Service {
    /**
     * What it would say goes to standard error, where an editor shows it as a failure. Held here, since one that nobody holds
     * is made anew once it was collected, and speaks again.
     */
    private static final Logger LSP4J = Logger.getLogger("org.eclipse.lsp4j");

    private Service() {}

    /** What an editor is told where a question cannot be answered: one line, not where in the program that was found out. */
    private static ResponseError answer(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException || cause instanceof ReflectiveOperationException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException known) {
            return known.getResponseError();
        }
        if (cause instanceof CancellationException) {
            return new ResponseError(ResponseErrorCode.RequestCancelled, "cancelled", null);
        }
        if (cause instanceof UnsupportedOperationException) {
            // lsp4j's own word for a method that a server leaves out
            return new ResponseError(ResponseErrorCode.MethodNotFound, "not supported", null);
        }
        return new ResponseError(
                ResponseErrorCode.InternalError,
                "cannot be answered: " + cause.getClass().getName(),
                null);
    }

    /**
     * Speaks with an editor until it says goodbye, leaves or ends.
     *
     * @param in what it says
     * @param out takes what it is told
     * @param directory the working directory, absolute
     * @param environment the process environment
     * @param version of this program
     * @param complaint takes the one line that tells why nothing more can be read
     * @return the exit code: 0 if it said goodbye in due form, else 1, as the protocol asks for
     */
    public static int serve(
            InputStream in,
            OutputStream out,
            File directory,
            Map<String, String> environment,
            String version,
            Consumer<String> complaint) {
        LSP4J.setLevel(Level.OFF);
        Server server = new Server(directory, environment, version);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "plimsoll messages");
            thread.setDaemon(true);
            return thread;
        });
        Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                .setLocalService(server)
                .setRemoteInterface(LanguageClient.class)
                .setInput(in)
                .setOutput(out)
                .setExecutorService(threads)
                .setExceptionHandler(Service::answer)
                .create();
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        threads.execute(() -> {
            try {
                listening.get();
            } catch (ExecutionException e) {
                String what =
                        e.getCause() == null ? "" : e.getCause().getClass().getName();
                complaint.accept("cannot read what the editor says: " + what);
            } catch (InterruptedException e) {
                // no more messages come either way
            }
            // an end of input is an exit; one that was said in due form has completed it before
            server.exit();
        });
        return server.end().join();
    }
}
