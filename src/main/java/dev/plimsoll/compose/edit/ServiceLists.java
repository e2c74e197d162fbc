package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Adds items to the lists of a service, each on lines of its own behind the last one. */
final class ServiceLists {
    private ServiceLists() {}

    /** Adds items of one line to a list of a service, which is made if it is not there. */
    static void add(MapNode service, String name, String key, List<String> items, EditPlan edits) throws Refused {
        YamlEdits.requireOwn(service);
        Entry entry = service.entry(key);
        if (service.written().isFlow()) {
            throw Refused.braces(name);
        }
        if (entry != null) {
            List<List<String>> lines = new ArrayList<>(items.size());
            for (String item : items) {
                lines.add(List.of(item));
            }
            edits.add(addTo(entry, lines));
            return;
        }
        SourceFile file = service.written().file();
        String indent = YamlEdits.indentOf(service.written());
        String lineBreak = YamlEdits.lineBreak(file, service.written().span().end());
        StringBuilder text = new StringBuilder(key).append(':');
        for (String item : items) {
            text.append(lineBreak).append(indent).append("  - ").append(item);
        }
        edits.add(YamlEdits.append(service, text.toString()));
    }

    /** Adds items to the list that an entry of a service holds, each of one line or several. */
    static Edit addTo(Entry entry, List<List<String>> items) throws Refused {
        YamlEdits.requireOwn(entry.value());
        if (!(entry.value() instanceof ListNode list)
                || list.items().isEmpty()
                || !(list.origin().written() instanceof YamlSequence written)
                || written.isFlow()) {
            throw Refused.uneditable("its " + entry.key().value() + ": are");
        }
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

    /** The lines of an item behind its dash. */
    static String item(List<String> lines, String lineBreak, String indent) {
        return String.join(lineBreak + indent, lines);
    }
}
