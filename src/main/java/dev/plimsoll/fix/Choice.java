package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Edit;
import java.util.List;

/**
 * A fix that is to be made.
 *
 * @param fix the fix
 * @param findings those that it removes, most often one
 */
record Choice(Fix fix, List<Diagnostic> findings) {
    /** Whether what it makes readable may hold findings that were there all along. */
    boolean uncovers() {
        return fix.safety() == Safety.SAFE && findings.get(0).severity() == Severity.ERROR;
    }

    /** Two projects that share a file ask for the same fix in two objects. */
    String identity() {
        StringBuilder identity = new StringBuilder();
        for (Edit edit : fix.edits()) {
            identity.append(edit.at().file().path())
                    .append('\u0000')
                    .append(edit.at().span().start())
                    .append('-')
                    .append(edit.at().span().end())
                    .append('\u0000')
                    .append(edit.text())
                    .append('\u0000');
        }
        return identity.toString();
    }

    /** What a fix is for, wherever its place has moved to. */
    static String wish(Diagnostic diagnostic, Fix fix) {
        return diagnostic.fingerprint() + fix.title();
    }
}
