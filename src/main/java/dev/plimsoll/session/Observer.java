package dev.plimsoll.session;

import dev.plimsoll.model.Project;
import dev.plimsoll.model.ReplacedValue;
import dev.plimsoll.source.SourceFile;
import java.util.Collection;
import java.util.List;

/** Is told of a run while it goes on. */
public interface Observer {
    /**
     * A unit is next.
     *
     * @param done units before it
     * @param all units of the run
     * @param path the shown path of its first file
     */
    void begins(int done, int all, String path);

    /** A unit was read from these files. */
    void read(Collection<SourceFile> sources);

    /**
     * A project was loaded.
     *
     * @param shown what of it may be shown
     * @param mirrors what stands before the names of Docker Hub at the mirrors of its configuration
     */
    void loaded(Project shown, List<String> mirrors);

    /** Values of that project count nowhere, since others are laid over them. */
    default void replaced(List<ReplacedValue> values) {
        // most show only what counts
    }

    /** No more units come. */
    void ends();
}
