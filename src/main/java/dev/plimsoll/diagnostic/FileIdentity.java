package dev.plimsoll.diagnostic;

import dev.plimsoll.source.SourceFile;

/**
 * Names files for fingerprints. A file has one name from whatever working directory it is looked at: services compare the
 * fingerprints of runs, and not all of them start in the same place.
 */
public interface FileIdentity {
    /** By the paths under which files are shown, for texts that lie nowhere. */
    FileIdentity SHOWN = new FileIdentity() {
        @Override
        public String of(SourceFile file) {
            return file.path();
        }
    };

    /** The name of a file, with slashes. */
    String of(SourceFile file);
}
