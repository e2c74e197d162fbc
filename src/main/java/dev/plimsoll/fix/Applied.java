package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.Edit;

/**
 * A fix that was made.
 *
 * @param diagnostic what it removed; its place is that of the text to which the fix was made
 * @param fix the fix
 */
public record Applied(Diagnostic diagnostic, Fix fix) {
    /** Whether it changed a file of this path. */
    public boolean touches(String path) {
        for (Edit edit : fix.edits()) {
            if (edit.at().file().path().equals(path)) {
                return true;
            }
        }
        return false;
    }
}
