package dev.plimsoll.compose;

import dev.plimsoll.compose.check.LoadLog;
import dev.plimsoll.compose.edit.ProjectTexts;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.compose.tree.Merger;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Variables;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.source.Location;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code extends}: of a service of the same document, or of another file, in chains. Each service is merged once,
 * however many extend it, and a chain is followed without recursion: Compose takes chains of thousands.
 */
final class ServiceExtender {
    private static final String EXTENDS = "extends";
    private static final String RULE = "extends-unresolved";

    private final ProjectLoader loader;
    private final LoadLog log;
    private final boolean allowPartial;
    private final ProjectTexts texts;
    private final Map<File, @Nullable MapNode> otherFiles = new HashMap<>();
    /** Services as written, and what they are with what they extend. */
    private final IdentityHashMap<MapNode, MapNode> whole = new IdentityHashMap<>();

    ServiceExtender(ProjectLoader loader, LoadLog log, boolean allowPartial, ProjectTexts texts) {
        this.texts = texts;
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
                value = service(map, services, file, variables);
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

    /**
     * A service that another one extends.
     *
     * @param service the service
     * @param services among which the one that it extends is looked for
     * @param file the file that those stand in
     * @param ofOtherFile whether that is another one than the file that extends
     * @param reference where its name or its file is written
     */
    private record Base(MapNode service, MapNode services, File file, boolean ofOtherFile, ScalarNode reference) {}

    /** A service merged over what it extends; as it is, with {@code extends} still there, if that cannot be found. */
    private MapNode service(MapNode service, MapNode services, File file, Variables variables) {
        List<MapNode> chain = new ArrayList<>();
        List<Base> bases = new ArrayList<>();
        IdentityHashMap<MapNode, Integer> places = new IdentityHashMap<>();
        MapNode top = service;
        MapNode candidates = services;
        File candidatesFile = file;
        while (!whole.containsKey(top)) {
            places.put(top, chain.size());
            Base base = base(top, candidates, candidatesFile, variables);
            if (base == null) {
                whole.put(top, top);
                break;
            }
            chain.add(top);
            bases.add(base);
            Integer earlier = places.get(base.service());
            if (earlier != null) {
                for (Base link : bases.subList(earlier, bases.size())) {
                    String name = link.reference().text().value();
                    unresolved(link.reference().shown(), "\"" + name + "\" extends itself");
                }
                whole.put(top, top);
                break;
            }
            top = base.service();
            candidates = base.services();
            candidatesFile = base.file();
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            MapNode link = chain.get(i);
            if (!whole.containsKey(link)) {
                Base base = bases.get(i);
                texts.addExtended(base.service(), base.reference().shown());
                whole.put(link, over(base, link));
            }
        }
        return whole(service);
    }

    private MapNode whole(MapNode service) {
        MapNode known = whole.get(service);
        return known == null ? service : known;
    }

    private MapNode over(Base base, MapNode service) {
        MapNode extendedBase = whole(base.service());
        if (!loader.mayExtend(extendedBase, base.reference().shown())) {
            return service;
        }
        if (extendedBase.entries().isEmpty()) {
            return without(service);
        }
        MapNode merged = Merger.extend(without(extendedBase), without(service), base.ofOtherFile(), loader.left());
        // what could not be followed further up leaves this one open too
        boolean open = extendedBase.get(EXTENDS) != null;
        return open ? with(merged, extendedBase.entry(EXTENDS)) : merged;
    }

    /** What a service extends; null for nothing, and for what cannot be found. */
    private @Nullable Base base(MapNode service, MapNode services, File file, Variables variables) {
        Node reference = service.get(EXTENDS);
        if (reference == null) {
            return null;
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
            return null;
        }
        Location at = other == null ? name.shown() : other.shown();
        File target = file;
        MapNode candidates = services;
        if (path != null && other != null) {
            target = ProjectFiles.resolve(file, path);
            candidates = servicesOf(target, other.written().value(), at, variables);
        }
        if (candidates == null) {
            return null;
        }
        MapNode base = candidate(candidates, wanted);
        if (base == null) {
            unresolved(
                    name.shown(),
                    "there is no service \"" + name.written().value() + "\" to extend"
                            + (other == null ? "" : " in " + other.written().value())
                            + DidYouMean.hint(wanted, candidates.entries().keySet()));
            return null;
        }
        return new Base(base, candidates, target, other != null, name);
    }

    /** A service of a name; one that is there without a value has no keys. */
    private static @Nullable MapNode candidate(MapNode services, String name) {
        Entry entry = services.entry(name);
        boolean empty = entry != null && entry.value() instanceof ScalarNode scalar && scalar.isNull();
        return empty ? new MapNode(services.origin(), new LinkedHashMap<>()) : services.map(name);
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
            for (MapNode document : loader.extended(target, at, variables)) {
                merged = merged == null ? document : Merger.merge(merged, document, loader.left());
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
