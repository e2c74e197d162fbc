package dev.plimsoll.lsp;

import java.util.Optional;

/** The process that started the server: without it nobody would ever end it. */
final class Parent {
    private Parent() {}

    /** Does something when a process has ended, or is not there. */
    static void watch(long id, Runnable gone) {
        Optional<ProcessHandle> process = ProcessHandle.of(id);
        if (process.isEmpty()) {
            gone.run();
        } else {
            process.get().onExit().thenRun(gone);
        }
    }
}
