package dev.plimsoll.inspect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Compose notes on a container that it makes. Source: compose-go and docker/compose, pkg/api/labels.go.
 *
 * @param service the name of the service
 * @param files the paths of its files, as whoever ran Compose had them, in order of merging
 */
public record ComposeOrigin(String service, List<String> files) {
    static final String SERVICE = "com.docker.compose.service";
    private static final String FILES = "com.docker.compose.project.config_files";

    /** Copies the list. */
    public ComposeOrigin {
        files = List.copyOf(files);
    }

    /** What labels say; null if Compose did not make it, or not from files. */
    static @Nullable ComposeOrigin of(JsonValue labels) {
        String service = labels.get(SERVICE).string();
        List<String> files = new ArrayList<>();
        for (String file : labels.get(FILES).string().split(",", -1)) {
            if (!file.isBlank()) {
                files.add(file);
            }
        }
        return service.isEmpty() || files.isEmpty() ? null : new ComposeOrigin(service, files);
    }
}
