package dev.plimsoll.model;

import java.util.Optional;

/**
 * A size that Compose does not take as it was meant, without a word or only in some of its builds.
 *
 * @param kind what is wrong with it
 * @param key its key, such as {@code mem_limit}
 * @param written the value as written, with its place
 * @param meant the size that was plainly meant; empty if that is not plain
 */
public record MisspelledSize(Kind kind, String key, Located<String> written, Optional<ByteSize> meant) {
    /** What can be wrong with a size. */
    public enum Kind {
        /** A YAML float ({@code 1.5}, {@code 1e9}): dropped, as if it were not set. Source: compose-go types/bytes.go. */
        FLOAT,
        /** A unit of Kubernetes ({@code 1Gi}), which go-units 0.5 refuses and some builds of Compose take. */
        KUBERNETES
    }
}
