package dev.plimsoll.cli;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.report.Summary;
import dev.plimsoll.session.LintRun;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Written;

/** What several commands say on standard error, in the same words. */
final class Notices {
    private Notices() {}

    /** Says that there was nothing to read. */
    static void nothing(Options options, Streams streams) {
        streams.complain("plimsoll: found no Compose file in " + String.join(", ", options.pathsOrDirectory()));
    }

    /** Says which configurations were read, and how much they leave out. */
    static void configurations(LintRun run, Streams streams) {
        String names = run.configurations().isEmpty() ? "none" : String.join(", ", run.configurations());
        streams.complain("plimsoll: configuration: " + names);
        int excluded = run.excluded();
        if (excluded > 0) {
            streams.complain("plimsoll: excluded: " + Summary.counted(excluded, "project"));
        }
    }

    /** Says which names in comments of other linters cover nothing. */
    static void unmatched(LintRun run, Streams streams) {
        streams.complain("plimsoll: note: comments name rules that stand for none here, and cover nothing: "
                + String.join(", ", run.unmatched()));
    }

    /** Says how many containers a drawing leaves out, since they come from files that are not shown. */
    static void hidden(Loaded loaded, Streams streams) {
        int hidden = loaded.hidden();
        if (hidden > 0) {
            streams.complain("plimsoll: " + Summary.counted(hidden, "container is", "containers are")
                    + " not shown: parts of it lie outside of the work tree");
        }
    }

    /** Says which files were changed and which were not, if it is some and some: of one file the error says it all. */
    static void written(Written written, Streams streams) {
        if (!written.changed().isEmpty() && !written.unchanged().isEmpty()) {
            streams.complain("plimsoll: changed " + String.join(", ", written.changed()) + "; not changed: "
                    + String.join(", ", written.unchanged()));
        }
    }
}
