package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Adds items to the lists of a service, each on lines of its own behind the last one. */
final class ServiceLists {
    private ServiceLists() {}

    /** Adds items of one line to a list of a service, which is made if it is not there. */
    static void add(MapNode service, String name, String key, List<String> items, EditPlan edits) throws Refused {
        YamlEdits.requireOwn(service);
        if (service.written().isFlow()) {
            throw Refused.braces(name);
        }
        List<List<String>> lines = new ArrayList<>(items.size());
        for (String item : items) {
            lines.add(List.of(item));
        }
        edits.add(add(service, key, lines, YamlEdits.indentOf(service.written()) + "  - "));
    }

    /**
     * Adds items, each of one line or several, to a list of a service as its file writes it; what another file writes is
     * merged with that.
     *
     * @param dash what stands before an item where the list has to be made
     */
    static Edit add(MapNode service, String key, List<List<String>> items, String dash) throws Refused {
        YamlMapping written = service.written();
        YamlNode own = YamlEdits.value(written, key);
        Entry merged = service.entry(key);
        boolean elsewhere = merged != null && own == null && !written.isMerging();
        if (merged == null || (elsewhere && merged.value() instanceof ListNode)) {
            SourceFile file = written.file();
            String lineBreak = YamlEdits.lineBreak(file, written.span().end());
            StringBuilder text = new StringBuilder(key).append(':');
            for (List<String> lines : items) {
                text.append(lineBreak).append(dash).append(item(lines, lineBreak, " ".repeat(dash.length())));
            }
            return YamlEdits.append(service, text.toString());
        }
        if (own == null || own == merged.value().origin().written()) {
            YamlEdits.requireOwn(merged.value());
            own = merged.value().origin().written();
        }
        boolean listed = merged.value() instanceof ListNode;
        if (!listed
                || !(own instanceof YamlSequence list)
                || list.isReferenced()
                || list.items().isEmpty()
                || list.isFlow()) {
            throw Refused.uneditable("its " + key + ": are");
        }
        return addTo(list, items);
    }

    private static Edit addTo(YamlSequence written, List<List<String>> items) {
        SourceFile file = written.file();
        int dash = written.location().start().column() - 1;
        int end = YamlEdits.lineEnd(file, written.span().end());
        String lineBreak = YamlEdits.lineBreak(file, end);
        StringBuilder text = new StringBuilder();
        for (List<String> lines : items) {
            text.append(lineBreak).append(" ".repeat(dash)).append("- ");
            text.append(item(lines, lineBreak, " ".repeat(dash + 2)));
        }
        return new Edit(new Location(file, Span.at(end)), text.toString());
    }

    /** Writes something else in place of an item, or takes it out with its list if it is the only one. */
    static Edit replace(MapNode service, Change.ReplaceItem change) throws Refused {
        String key = change.list().key();
        if (service.get(key) instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar
                        && item.at().equals(change.item().at())) {
                    if (!change.text().isEmpty()) {
                        return YamlEdits.setScalar(scalar, change.text());
                    }
                    YamlEdits.requireOwn(item);
                    return list.items().size() == 1 ? YamlRemovals.entry(service, key) : YamlRemovals.item(list, item);
                }
            }
        }
        throw Refused.uneditable();
    }

    /** The lines of an item behind its dash. */
    static String item(List<String> lines, String lineBreak, String indent) {
        return String.join(lineBreak + indent, lines);
    }
}
