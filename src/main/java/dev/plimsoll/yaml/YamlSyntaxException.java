package dev.plimsoll.yaml;

import dev.plimsoll.source.Location;

/** A file that is not YAML, or YAML that no Compose reader accepts. The message is one line without a path. */
public final class YamlSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location at;

    private final String rule;

    YamlSyntaxException(Location at, String message) {
        this("yaml-syntax", at, message);
    }

    YamlSyntaxException(String rule, Location at, String message) {
        super(message);
        this.rule = rule;
        this.at = at;
    }

    /** The id of the rule that speaks of such mistakes. */
    public String rule() {
        return rule;
    }

    /** The place that shows the mistake. */
    public Location at() {
        return at;
    }
}
