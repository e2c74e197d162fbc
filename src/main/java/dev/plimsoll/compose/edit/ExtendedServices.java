package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import java.util.IdentityHashMap;
import java.util.Map;

/** Services that others extend: what is written in them counts for several, so that a fix for one may not change it. */
public final class ExtendedServices {
    private final IdentityHashMap<YamlMapping, Location> references = new IdentityHashMap<>();

    /** Remembers that a service is extended by a reference. */
    public void add(MapNode service, Location reference) {
        references.putIfAbsent(service.written(), reference);
    }

    /** Refuses to change what is written in such a service, or to add to it. */
    void requireOutside(Location edit) throws Refused {
        for (Map.Entry<YamlMapping, Location> extended : references.entrySet()) {
            if (isInside(edit, extended.getKey())) {
                Location reference = extended.getValue();
                throw new Refused("line " + reference.start().line() + " of "
                        + reference.file().path() + " extends the service that it belongs to");
            }
        }
    }

    private static boolean isInside(Location edit, YamlMapping service) {
        Span span = service.span();
        int start = edit.span().start();
        if (start < span.start() || edit.file() != service.file()) {
            return false;
        }
        // what is added at the end of a block stands behind the comment on its last line
        int end = service.isFlow() ? span.end() : YamlEdits.lineEnd(service.file(), span.end());
        return start <= end;
    }
}
