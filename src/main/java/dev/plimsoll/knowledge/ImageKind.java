package dev.plimsoll.knowledge;

import java.util.Locale;
import java.util.Optional;

/** What an image is for. */
public enum ImageKind {
    /** Keeps records: relational, document, graph, time series. */
    DATABASE,
    /** Keeps what can be had again, or is used so. */
    CACHE,
    /** Passes messages on, or coordinates those who do. */
    QUEUE,
    /** Indexes to be searched. */
    SEARCH,
    /** Keeps files, packages or secrets. */
    STORE,
    /** Keeps measurements and dashboards. */
    MONITORING,
    /** An application with data of its own. */
    APP,
    /** Serves files, or passes requests on. */
    WEB,
    /** A language's runtime, to build images on. */
    RUNTIME,
    /** Runs the jobs of a build server. */
    AGENT,
    /** A browser under remote control. */
    BROWSER;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in the image knowledge and in messages. */
    public String label() {
        return label;
    }

    /** The kind of a word. */
    public static Optional<ImageKind> of(String label) {
        for (ImageKind kind : values()) {
            if (kind.label.equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
