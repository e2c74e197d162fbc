package dev.plimsoll.cli;

import dev.plimsoll.lsp.Service;
import java.io.File;
import java.util.Map;

/** {@code plimsoll lsp}: serves an editor on standard input and output until it says goodbye or leaves. */
final class LspCommand {
    private final Streams streams;
    private final File directory;
    private final Map<String, String> environment;

    LspCommand(Streams streams, File directory, Map<String, String> environment) {
        this.streams = streams;
        this.directory = directory;
        this.environment = environment;
    }

    int run() {
        return Service.serve(streams.in(), streams.out(), directory, environment, Version.text(), streams::complain);
    }
}
