package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlSequence;

/** Takes entries of mappings and items of lists out of YAML text, with their lines or their commas. */
final class YamlRemovals {
    private YamlRemovals() {}

    /** Takes a key out of the mapping that it is written in; the last key stays, since a mapping without one is another thing. */
    static Edit entry(MapNode map, String key) throws Refused {
        Entry entry = map.entry(key);
        YamlMapping owner = entry == null ? null : entry.owner();
        if (entry == null || owner == null || !YamlEdits.isOwn(entry)) {
            throw Refused.uneditable();
        }
        if (owner.isMerging()) {
            throw Refused.merged();
        }
        requireNoVariable(entry.value());
        int index = owner.indexOf(entry.key().span());
        if (index < 0 || owner.entries().size() == 1) {
            throw Refused.uneditable();
        }
        SourceFile file = owner.file();
        Span span = new Span(
                entry.key().span().start(),
                Math.max(
                        entry.key().span().end(),
                        owner.entries().get(index).value().span().end()));
        boolean last = index == owner.entries().size() - 1;
        if (last && owner.isFlow()) {
            span = new Span(span.start(), end(owner, index));
        }
        int next = last ? -1 : owner.entries().get(index + 1).key().span().start();
        if (owner.isFlow()) {
            int before = index == 0 ? -1 : end(owner, index - 1);
            return new Edit(new Location(file, inFlow(span, before, next)), "");
        }
        return new Edit(new Location(file, inBlock(file, span, next)), "");
    }

    private static int end(YamlMapping mapping, int index) {
        YamlMapping.Entry entry = mapping.entries().get(index);
        int keyEnd = entry.key().span().end();
        return YamlEdits.behindNothing(
                mapping.file(), keyEnd, Math.max(keyEnd, entry.value().span().end()));
    }

    /** Takes an item out of the list that it is written in, which must have others. */
    static Edit item(ListNode list, Node item) throws Refused {
        YamlEdits.requireOwn(list);
        YamlEdits.requireOwn(item);
        requireNoVariable(item);
        if (!(list.origin().written() instanceof YamlSequence written)) {
            throw new Refused("it is put together from several places");
        }
        int index =
                item.at().file() == written.file() ? written.indexOf(item.at().span()) : -1;
        if (index < 0) {
            throw Refused.severalFiles();
        }
        if (written.items().size() == 1) {
            throw new Refused("it is the only one of its list");
        }
        SourceFile file = written.file();
        Span span = item.at().span();
        if (written.isFlow()) {
            boolean last = index == written.items().size() - 1;
            int before = index == 0 ? -1 : written.items().get(index - 1).span().end();
            int next = last ? -1 : written.items().get(index + 1).span().start();
            return new Edit(new Location(file, inFlow(span, before, next)), "");
        }
        Span lines = YamlEdits.wholeLines(file, span.start(), span.end());
        if (!file.text().substring(lines.start(), span.start()).strip().equals("-")) {
            throw Refused.uneditable();
        }
        return new Edit(new Location(file, lines), "");
    }

    private static void requireNoVariable(Node node) throws Refused {
        if (node instanceof ScalarNode && node.at().text().indexOf('$') >= 0) {
            throw Refused.variable();
        }
    }

    /** With the comma behind it, or before it where it is the last. */
    private static Span inFlow(Span span, int before, int next) {
        return next >= 0 ? new Span(span.start(), next) : new Span(Math.max(0, before), span.end());
    }

    /** With its lines; behind the dash of a list only up to the next key. */
    private static Span inBlock(SourceFile file, Span span, int next) throws Refused {
        Span lines = YamlEdits.wholeLines(file, span.start(), span.end());
        String before = file.text().substring(lines.start(), span.start());
        if (before.isBlank()) {
            return lines;
        }
        if (next < 0 || file.text().substring(span.end(), next).indexOf('#') >= 0) {
            throw Refused.uneditable();
        }
        return new Span(span.start(), next);
    }
}
