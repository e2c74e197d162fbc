package dev.plimsoll.diagnostic;

/**
 * A finding as users see it: with what the catalogue knows of its rule.
 *
 * @param rule the rule's id
 * @param category the rule's category
 * @param severity the rule's severity
 * @param finding what the rule said
 */
public record Diagnostic(String rule, String category, Severity severity, Finding finding) {
    /** The same rule with another finding of its own. */
    public Diagnostic with(Finding other) {
        return new Diagnostic(rule, category, severity, other);
    }

    /** The identity of this diagnostic within a run, by the path under which its file is shown. */
    public String fingerprint() {
        return fingerprint(finding.at().file().path());
    }

    /** The identity of this diagnostic across runs, see {@link Fingerprint}. */
    public String fingerprint(FileIdentity files) {
        return fingerprint(files.of(finding.at().file()));
    }

    /**
     * The identity of this diagnostic for somebody who names files in another way.
     *
     * @param path of the finding's file
     */
    public String fingerprint(String path) {
        return Fingerprint.of(this, path);
    }
}
