package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Same;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.source.Location;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The top-level {@code include:}: paths, or mappings with {@code path}, {@code project_directory} and {@code env_file}. */
final class IncludeReader {
    private static final String RULE = "include-unresolved";

    private final LoadLog log;
    private final LoadOptions options;

    IncludeReader(LoadLog log, LoadOptions options) {
        this.log = log;
        this.options = options;
    }

    /**
     * Files that are loaded together as a project of their own.
     *
     * @param files at least one, merged in order
     * @param directory the directory of its {@code .env}
     * @param envFiles environment files in place of that
     * @param at where it is included
     * @param references how files are written whose path holds variables
     */
    record Include(List<File> files, File directory, List<File> envFiles, Location at, Map<File, String> references) {
        /** How messages call a file. */
        String written(File file) {
            return references.getOrDefault(file, file.getName());
        }
    }

    List<Include> read(MapNode document, File file) {
        List<Include> includes = new ArrayList<>();
        Node value = document.get("include");
        if (!(value instanceof ListNode list)) {
            if (value != null) {
                log.fail(
                        RULE,
                        value.shown(),
                        "include must be a list, not "
                                + value.origin().written().description());
            }
            return includes;
        }
        for (Node item : list.items()) {
            Include include = one(item, file);
            if (include != null) {
                includes.add(include);
            }
        }
        return includes;
    }

    private @Nullable Include one(Node item, File file) {
        Node paths = item instanceof MapNode map ? map.get("path") : item;
        Map<File, String> references = new HashMap<>();
        List<File> files = files(paths, file, references);
        if (files.isEmpty()) {
            return null;
        }
        File directory = files.get(0).getAbsoluteFile().getParentFile();
        List<File> envFiles = new ArrayList<>();
        if (item instanceof MapNode map) {
            ScalarNode written = map.scalar("project_directory");
            String path = written == null ? null : written.known();
            if (path != null) {
                directory = ProjectFiles.resolve(file, path);
            }
            Node env = map.get("env_file");
            if (env != null) {
                envFiles = files(env, file, references);
            }
        }
        Location at = paths == null ? item.shown() : paths.shown();
        return new Include(files, directory, envFiles, at, references);
    }

    /** Reports what two parts of a project define differently: only an override file may change what was included. */
    static void conflicts(MapNode included, MapNode document, LoadLog log) {
        for (String section : List.of("services", "networks", "volumes", "secrets", "configs")) {
            MapNode theirs = included.map(section);
            MapNode mine = document.map(section);
            if (theirs == null || mine == null) {
                continue;
            }
            for (Map.Entry<String, Entry> entry : mine.entries().entrySet()) {
                Entry other = theirs.entry(entry.getKey());
                if (other != null
                        && !Same.values(other.value(), entry.getValue().value())) {
                    Location at = entry.getValue().key().location();
                    log.find(
                            RULE,
                            Finding.at(at)
                                    .evidence(section + "." + entry.getKey())
                                    .label(other.key().location(), "included")
                                    .help("change it in an override file")
                                    .says(section + "." + entry.getKey()
                                            + " is defined here and, differently, in what is included"));
                }
            }
        }
    }

    private List<File> files(@Nullable Node paths, File file, Map<File, String> references) {
        List<File> files = new ArrayList<>();
        List<Node> items = paths instanceof ListNode list ? list.items() : paths == null ? List.of() : List.of(paths);
        for (Node item : items) {
            String path = item instanceof ScalarNode scalar ? scalar.known() : null;
            if (path == null || isRemote(path)) {
                leaveOut(item, path);
                return List.of();
            }
            File target = ProjectFiles.resolve(file, path);
            if (item instanceof ScalarNode scalar && scalar.isInterpolated()) {
                references.put(target, scalar.written().value());
            }
            files.add(target);
        }
        return files;
    }

    private void leaveOut(Node item, @Nullable String path) {
        if (path == null || options.allowPartial()) {
            // a variable names it, which somebody will set
            log.markPartial();
        } else {
            log.fail(
                    RULE,
                    item.shown(),
                    "\"" + ((ScalarNode) item).written().value()
                            + "\" is not a file here; --allow-partial leaves it out");
        }
    }

    private static boolean isRemote(String path) {
        return path.contains("://") || path.startsWith("oci:") || path.startsWith("git@");
    }
}
