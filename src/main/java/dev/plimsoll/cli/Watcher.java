package dev.plimsoll.cli;

import dev.plimsoll.model.Project;
import dev.plimsoll.session.Observer;
import dev.plimsoll.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run shows of itself while it goes on: on a terminal how far it has come, with {@code -v} what it reads, and its
 * projects to the reports that draw containers.
 */
final class Watcher implements Observer {
    private final Streams streams;
    private final Progress progress;
    private final @Nullable Outputs outputs;
    private final boolean verbose;

    /**
     * Watches a run that begins now; a method, so that who asks for it need not know the interface.
     *
     * @param outputs the reports, if there are any
     * @param verbose whether to say what was read
     */
    static Observer of(Streams streams, @Nullable Outputs outputs, boolean verbose) {
        return new Watcher(streams, outputs, verbose);
    }

    private Watcher(Streams streams, @Nullable Outputs outputs, boolean verbose) {
        this.streams = streams;
        this.progress = new Progress(streams, System.nanoTime());
        this.outputs = outputs;
        this.verbose = verbose;
    }

    @Override
    public void begins(int done, int all, String path) {
        progress.at(done, all, path, System.nanoTime());
    }

    @Override
    public void read(Collection<SourceFile> sources) {
        if (verbose) {
            TreeSet<String> names = new TreeSet<>();
            for (SourceFile source : sources) {
                names.add(source.path());
            }
            streams.complain("plimsoll: read " + String.join(", ", names));
        }
    }

    @Override
    public void loaded(Project shown, List<String> mirrors) {
        if (outputs != null) {
            outputs.draw(shown, mirrors);
        }
    }

    @Override
    public void ends() {
        progress.end();
    }
}
