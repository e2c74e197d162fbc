package dev.plimsoll.compose;

import dev.plimsoll.compose.files.DotEnv;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;

/** Environment files, for tests of other packages. */
public final class EnvironmentFiles {
    private EnvironmentFiles() {}

    /** Reads one whose references have no other values. */
    public static void read(SourceFile file) {
        DotEnv.read(file, Variables.NONE, new LoadLimits(), new ArrayList<>());
    }
}
