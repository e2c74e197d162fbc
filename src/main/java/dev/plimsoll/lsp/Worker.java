package dev.plimsoll.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.jspecify.annotations.Nullable;

/** The one thread that looks at texts. What an editor asks waits for what was asked before, unless it is cancelled. */
final class Worker {
    private static final class Daemons implements ThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "plimsoll");
            // ends with the process, however deep in a text it is
            thread.setDaemon(true);
            return thread;
        }
    }

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, new Daemons());
    private @Nullable ScheduledFuture<?> waiting;

    Worker() {
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Answers a question when its turn comes; one that was cancelled before is not looked into. */
    <T> CompletableFuture<T> ask(Function<CancelChecker, T> question) {
        return CompletableFutures.computeAsync(thread, cancelled -> {
            cancelled.checkCanceled();
            return question.apply(cancelled);
        });
    }

    /** Does something at its turn. */
    void submit(Runnable work) {
        thread.execute(work);
    }

    /**
     * Does something after a while, in place of what waits already: somebody who types is shown what came of it, not each
     * letter.
     */
    synchronized void later(Runnable work, long millis) {
        if (waiting != null) {
            waiting.cancel(false);
        }
        waiting = thread.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** Lets nothing more begin. */
    void stop() {
        thread.shutdownNow();
    }
}
