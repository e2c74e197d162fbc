package dev.plimsoll.model;

import java.util.List;

/**
 * A declaration at the top of a project.
 *
 * @param kind what it declares
 * @param key the name it is referred to by
 * @param external whether it is made elsewhere
 * @param settings the keys written below it, extensions left out
 */
public record Resource(ResourceKind kind, Located<String> key, boolean external, List<Located<String>> settings) {
    /** Copies the list. */
    public Resource {
        settings = List.copyOf(settings);
    }

    /** The name it is referred to by. */
    public String name() {
        return key.value();
    }

    /** Whether a key is written below it. */
    public boolean has(String setting) {
        for (Located<String> written : settings) {
            if (written.value().equals(setting)) {
                return true;
            }
        }
        return false;
    }
}
