package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.edit.ExtendedServices;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Merger;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.source.Location;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows {@code extends}: of a service of the same document, or of another file, in chains. */
final class ServiceExtender {
    private static final String EXTENDS = "extends";
    private static final String RULE = "extends-unresolved";

    private final ProjectLoader loader;
    private final LoadLog log;
    private final boolean allowPartial;
    private final ExtendedServices extendedServices;
    private final Map<File, @Nullable MapNode> otherFiles = new HashMap<>();

    ServiceExtender(ProjectLoader loader, LoadLog log, boolean allowPartial, ExtendedServices extendedServices) {
        this.extendedServices = extendedServices;
        this.loader = loader;
        this.log = log;
        this.allowPartial = allowPartial;
    }

    /** The document with its services extended. */
    MapNode extend(MapNode document, File file, Variables variables) {
        MapNode services = document.map("services");
        Entry section = document.entry("services");
        if (services == null || section == null || !anyExtends(services)) {
            return document;
        }
        Map<String, Entry> extended = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> service : services.entries().entrySet()) {
            Node value = service.getValue().value();
            if (value instanceof MapNode map) {
                value = service(map, services, file, variables, List.of(file.getPath() + " " + service.getKey()));
            }
            extended.put(service.getKey(), service.getValue().with(value));
        }
        Map<String, Entry> entries = new LinkedHashMap<>(document.entries());
        entries.put("services", section.with(new MapNode(services.origin(), extended)));
        return new MapNode(document.origin(), entries);
    }

    private static boolean anyExtends(MapNode services) {
        for (Entry service : services.entries().values()) {
            if (service.value() instanceof MapNode map && map.get(EXTENDS) != null) {
                return true;
            }
        }
        return false;
    }

    /** A service merged over what it extends; as it is, with {@code extends} still there, if that cannot be found. */
    private MapNode service(MapNode service, MapNode services, File file, Variables variables, List<String> chain) {
        Node reference = service.get(EXTENDS);
        if (reference == null) {
            return service;
        }
        ScalarNode name = reference instanceof MapNode map ? map.scalar("service") : asScalar(reference);
        ScalarNode other = reference instanceof MapNode map ? map.scalar("file") : null;
        String wanted = name == null ? null : name.known();
        String path = other == null ? null : other.known();
        if (name == null && reference instanceof MapNode map && map.entry("service") == null) {
            log.find("schema", Finding.at(map.shown()).evidence("extends").says("extends must name a service"));
        }
        if (name == null || wanted == null || (other != null && path == null)) {
            // a variable names it: the service stays open
            return service;
        }
        Location at = other == null ? name.shown() : other.shown();
        File target = file;
        MapNode candidates = services;
        if (path != null && other != null) {
            target = ProjectFiles.resolve(file, path);
            candidates = servicesOf(target, other.written().value(), at, variables);
        }
        MapNode base = candidates == null ? null : candidates.map(wanted);
        String link = target.getPath() + " " + wanted;
        if (candidates != null && base == null) {
            unresolved(
                    name.shown(),
                    "there is no service \"" + name.written().value() + "\" to extend"
                            + (other == null ? "" : " in " + other.written().value()));
        } else if (chain.contains(link)) {
            unresolved(name.shown(), "\"" + name.written().value() + "\" extends itself");
            base = null;
        } else if (chain.size() > LoadLimits.MAX_EXTENDS_DEPTH) {
            unresolved(
                    name.shown(), "more than " + LoadLimits.MAX_EXTENDS_DEPTH + " services extend each other in a row");
            base = null;
        }
        if (base == null || candidates == null) {
            return service;
        }
        extendedServices.add(base, name.shown());
        List<String> longer = new ArrayList<>(chain);
        longer.add(link);
        MapNode extendedBase = service(base, candidates, target, variables, longer);
        MapNode merged = Merger.extend(without(extendedBase), without(service));
        // what could not be followed further up leaves this one open too
        boolean open = extendedBase.get(EXTENDS) != null;
        return open ? with(merged, extendedBase.entry(EXTENDS)) : merged;
    }

    private static @Nullable ScalarNode asScalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar : null;
    }

    private static MapNode without(MapNode service) {
        MapNode copy = service.copy();
        copy.entries().remove(EXTENDS);
        return copy;
    }

    private static MapNode with(MapNode service, @Nullable Entry reference) {
        MapNode copy = service.copy();
        if (reference != null) {
            copy.entries().put(EXTENDS, reference);
        }
        return copy;
    }

    private @Nullable MapNode servicesOf(File target, String path, Location at, Variables variables) {
        if (otherFiles.containsKey(target)) {
            return otherFiles.get(target);
        }
        MapNode services = null;
        if (!loader.isFile(target)) {
            unresolved(at, "the file to extend from, " + path + ", " + loader.whyMissing(target));
        } else {
            MapNode merged = null;
            for (MapNode document :
                    loader.documents(target, target.getAbsoluteFile().getParentFile(), variables)) {
                merged = merged == null ? document : Merger.merge(merged, document);
            }
            services = merged == null ? null : merged.map("services");
            if (services == null && merged != null) {
                unresolved(at, path + " has no services to extend");
            }
        }
        otherFiles.put(target, services);
        return services;
    }

    private void unresolved(Location at, String message) {
        if (!allowPartial) {
            log.fail(RULE, at, message);
        }
    }
}
