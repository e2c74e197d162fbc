package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.tree.LoadLimits;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a document includes. Of two resources that say the same, Compose keeps the first; it merges none. */
final class IncludedResources {
    private final LoadLog log;
    private final LoadLimits limits;
    /** Projects, and sections of projects, that are in here already: many may be one that was loaded once. */
    private final Set<Node> added = new HashSet<>();

    private @Nullable MapNode all;
    /** Whether nobody else has what is here, so that it can be added to. */
    private boolean owned;

    IncludedResources(LoadLog log, LoadLimits limits) {
        this.log = log;
        this.limits = limits;
    }

    /** All that was added; null for nothing. */
    @Nullable
    MapNode whole() {
        return all;
    }

    /** Adds a project; whether it fits. */
    boolean add(MapNode project) {
        MapNode before = all;
        if (!added.add(project)) {
            return true;
        }
        if (before == null) {
            all = project;
            return true;
        }
        if (!limits.include(project) || (!owned && !limits.include(before))) {
            return false;
        }
        MapNode mine = owned ? before : copy(before);
        all = mine;
        owned = true;
        IncludeReader.conflicts(mine, project, log);
        for (Map.Entry<String, Entry> section : project.entries().entrySet()) {
            if (added.add(section.getValue().value())) {
                add(section.getKey(), section.getValue(), mine);
            }
        }
        return true;
    }

    private static void add(String key, Entry section, MapNode all) {
        Entry mine = all.entry(key);
        if (mine != null && mine.value() instanceof MapNode here && section.value() instanceof MapNode more) {
            for (Map.Entry<String, Entry> resource : more.entries().entrySet()) {
                here.entries().putIfAbsent(resource.getKey(), resource.getValue());
            }
        } else {
            all.entries().put(key, copy(section));
        }
    }

    private MapNode copy(MapNode project) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> section : project.entries().entrySet()) {
            added.add(section.getValue().value());
            entries.put(section.getKey(), copy(section.getValue()));
        }
        return new MapNode(project.origin(), entries);
    }

    private static Entry copy(Entry section) {
        return section.value() instanceof MapNode map ? section.with(map.copy()) : section;
    }
}
