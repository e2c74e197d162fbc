package dev.plimsoll.fix;

import dev.plimsoll.source.SourceFile;
import java.util.Map;

/** Lints what is being fixed anew. */
public interface Recheck {
    /**
     * Lints with some texts in place of what was read.
     *
     * @param changed the changed files by their shown paths
     */
    Checked check(Map<String, SourceFile> changed);
}
