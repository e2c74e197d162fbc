package dev.plimsoll.model;

import java.util.Optional;

/**
 * One mount option of a tmpfs, as it stands between the commas.
 *
 * @param key the part before the first {@code =}
 * @param value the part after it; empty for a flag such as {@code noexec}
 * @param known false if a variable without a value makes part of it
 */
public record TmpfsOption(String key, Optional<String> value, boolean known) {
    /** UTF-16 units of the whole option. */
    public int length() {
        return value.isPresent() ? key.length() + 1 + value.get().length() : key.length();
    }
}
