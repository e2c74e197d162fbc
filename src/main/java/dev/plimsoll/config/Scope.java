package dev.plimsoll.config;

import java.util.List;
import java.util.Optional;

/** Files and containers that a part of a configuration is about. */
final class Scope {
    private Scope() {}

    static boolean covers(List<PathPattern> paths, List<String> containers, String path, Optional<String> container) {
        return (paths.isEmpty() || anyPath(paths, path)) && anyContainer(containers, container);
    }

    static boolean anyContainer(List<String> containers, Optional<String> container) {
        return containers.isEmpty() || (container.isPresent() && anyName(containers, container.get()));
    }

    static boolean anyPath(List<PathPattern> paths, String path) {
        for (PathPattern pattern : paths) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyName(List<String> patterns, String name) {
        for (String pattern : patterns) {
            if (Wildcard.matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }
}
