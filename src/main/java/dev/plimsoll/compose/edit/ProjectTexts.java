package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a project is read from, as far as changes must know them before they are merged: what a text is used for
 * besides, so that a fix for one use may not change it. Services that others extend are used by those; a file is used
 * without the files that are laid over it or that include it.
 */
public final class ProjectTexts {
    private static final String SERVICES = "services";

    /** Of a file that is read only because another one extends services of it, or includes it and is not done yet. */
    private static final Integer BELOW_ALL = -1;

    private final IdentityHashMap<YamlMapping, Location> references = new IdentityHashMap<>();
    private final IdentityHashMap<SourceFile, Integer> ranks = new IdentityHashMap<>();
    private final List<YamlMapping> documents = new ArrayList<>(1);
    /** The services of documents by their names, as far as somebody asked. */
    private final IdentityHashMap<YamlMapping, Map<String, YamlMapping>> services = new IdentityHashMap<>();

    private int finished;
    private Set<String> mounted = Set.of("");

    /** Remembers that a service is extended by a reference. */
    public void addExtended(MapNode service, Location reference) {
        references.putIfAbsent(service.written(), reference);
    }

    /** Remembers a document of a file. */
    public void add(MapNode document) {
        documents.add(document.written());
        ranks.putIfAbsent(document.written().file(), BELOW_ALL);
    }

    /** Remembers that a file and all that it includes was read: files that come later are used with it, not it with them. */
    public void finish(SourceFile file) {
        if (BELOW_ALL.equals(ranks.get(file))) {
            ranks.put(file, finished++);
        }
    }

    /**
     * Remembers the volumes that services mount.
     *
     * @param inFiles names of those that services of single files mount, before they are merged
     */
    public void mount(List<Container> containers, Set<String> inFiles) {
        mounted = new HashSet<>(inFiles);
        for (Container container : containers) {
            for (ResourceUse use : container.relations().uses()) {
                if (use.kind() == ResourceKind.VOLUME) {
                    // the empty name stands for those that are not known
                    mounted.add(use.name().value().known().orElse(""));
                }
            }
        }
    }

    /** Whether no service mounts a volume of this name, if that is certain. */
    boolean isUnmounted(String name) {
        return !mounted.contains("") && !mounted.contains(name);
    }

    /** The services that others extend, each with a reference to it; with what may be added behind their last lines. */
    public Map<Location, Location> extended() {
        Map<Location, Location> extended = new HashMap<>();
        for (Map.Entry<YamlMapping, Location> reference : references.entrySet()) {
            YamlMapping service = reference.getKey();
            Span whole = new Span(service.span().start(), end(service));
            extended.put(new Location(service.file(), whole), reference.getValue());
        }
        return extended;
    }

    /** Refuses to change what is written in a service that others extend, or to add to it. */
    void requireOutside(Location edit) throws Refused {
        for (Map.Entry<YamlMapping, Location> extended : references.entrySet()) {
            if (isInside(edit, extended.getKey())) {
                Location reference = extended.getValue();
                throw new Refused("line " + reference.start().line() + " of "
                        + reference.file().path() + " extends the service that it belongs to");
            }
        }
    }

    /**
     * Refuses to change a file for the sake of one that it may be used without: production does not load what an override
     * file for one machine asks for.
     */
    void requireCause(Location edit, List<Location> causes) throws Refused {
        Integer rank = ranks.get(edit.file());
        for (Location cause : causes) {
            Integer other = ranks.get(cause.file());
            if (rank != null && other != null && cause.file() != edit.file() && other > rank) {
                throw new Refused(edit.file().path() + " may be used without "
                        + cause.file().path() + ", which is a part of the cause");
            }
        }
    }

    /**
     * The mapping of a service in the file that wrote the cause of a change, where what is added belongs; the last of these
     * files, as it is used with the others. Null if none of the places lies in such a mapping.
     */
    @Nullable
    YamlMapping serviceAround(String name, List<Location> causes) {
        if (documents.size() < 2) {
            return null;
        }
        YamlMapping found = null;
        for (Location cause : causes) {
            for (YamlMapping document : documents) {
                YamlMapping service = document.file() == cause.file() ? service(document, name) : null;
                if (service != null && isInside(cause, service) && (found == null || isAfter(cause, found))) {
                    found = service;
                }
            }
        }
        return found;
    }

    /** Whether a file may be used without another one, which is laid over it or includes it. */
    boolean isBelow(SourceFile file, SourceFile other) {
        return rank(file) < rank(other);
    }

    private boolean isAfter(Location cause, YamlMapping other) {
        return isBelow(other.file(), cause.file());
    }

    private int rank(SourceFile file) {
        Integer rank = ranks.get(file);
        return rank == null ? BELOW_ALL : rank;
    }

    private @Nullable YamlMapping service(YamlMapping document, String name) {
        Map<String, YamlMapping> known = services.get(document);
        if (known == null) {
            known = services(document);
            services.put(document, known);
        }
        return known.get(name);
    }

    private static Map<String, YamlMapping> services(YamlMapping document) {
        Map<String, YamlMapping> byName = new HashMap<>();
        if (YamlEdits.value(document, SERVICES) instanceof YamlMapping section && !section.isReferenced()) {
            for (YamlMapping.Entry entry : section.entries()) {
                if (entry.key() instanceof YamlScalar name
                        && entry.value() instanceof YamlMapping service
                        && !service.isReferenced()) {
                    byName.put(name.value(), service);
                }
            }
        }
        return byName;
    }

    /** The top level of the document that a node stands in; null if it was not read for itself. */
    @Nullable
    YamlMapping documentAround(YamlNode node) {
        for (YamlMapping document : documents) {
            if (document.file() == node.file() && document.span().covers(node.span())) {
                return document;
            }
        }
        return null;
    }

    private static boolean isInside(Location edit, YamlMapping service) {
        Span span = service.span();
        int start = edit.span().start();
        // whole lines begin before the first key on them
        if ((start < span.start() && edit.span().end() <= span.start()) || edit.file() != service.file()) {
            return false;
        }
        return start <= end(service);
    }

    /** What is added at the end of a block stands behind the comment on its last line. */
    private static int end(YamlMapping service) {
        int end = service.span().end();
        return service.isFlow() ? end : YamlEdits.lineEnd(service.file(), end);
    }
}
