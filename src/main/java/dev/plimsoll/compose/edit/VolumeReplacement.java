package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a tmpfs out of a service, mounts a named volume instead and declares it at the top. */
final class VolumeReplacement {
    private static final String VOLUMES = "volumes";
    private static final String TMPFS = "tmpfs";

    private final MapNode service;
    private final MapNode root;
    private final String name;

    VolumeReplacement(MapNode service, MapNode root, String name) {
        this.service = service;
        this.root = root;
        this.name = name;
    }

    void plan(Change.ReplaceByVolume change, EditPlan edits) throws Refused {
        TmpfsMount mount = change.mount();
        YamlEdits.requireOwn(service);
        if (!isPlain(change.volume(), "") || !isPlain(change.target(), "/")) {
            throw Refused.name();
        }
        String volume = freeName(change.volume());
        String entry = volume + ":" + change.target();
        if (service.written().isFlow()) {
            throw Refused.braces(name);
        }
        switch (mount.declaration()) {
            case SHORT -> replaceShort(mount, List.of(entry), edits);
            case LONG -> replaceLong(mount, entry, edits);
            case VOLUME -> throw new Refused("the volume's driver_opts decide it");
        }
        declare(volume, edits);
    }

    /** Whether a name or path can stand in a volume's short form without quotes, and as a key. */
    static boolean isPlain(String text, String alsoAllowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean inside = i > 0 && (c == '.' || c == '_' || c == '-');
            if (!letter && !inside && alsoAllowed.indexOf(c) < 0) {
                return false;
            }
        }
        return text.length() > 1;
    }

    private static boolean hasMergeKey(YamlMapping mapping) {
        return hasKey(mapping, "<<");
    }

    private static boolean hasKey(YamlMapping mapping, String name) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlScalar key && key.value().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A name that is not declared yet: the wanted one, or the first free one with a number. */
    String freeName(String wanted) {
        MapNode declared = root.map(VOLUMES);
        String free = wanted;
        for (int i = 2; declared != null && declared.entry(free) != null; i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    private void replaceLong(TmpfsMount mount, String entry, EditPlan edits) throws Refused {
        YamlNode item = item(VOLUMES, mount);
        if (item.location().text().indexOf('#') >= 0) {
            throw new Refused("there is a comment inside it");
        }
        edits.add(new Edit(item.location(), entry));
    }

    /** Writes a tmpfs of the short form as an entry of {@code volumes}. */
    void writeLongForm(TmpfsMount mount, EditPlan edits) throws Refused {
        YamlEdits.requireOwn(service);
        String target = mount.target().value().known().orElse("");
        boolean sized = mount.size().known().isPresent();
        if (service.written().isFlow()
                || !isPlain(target, "/")
                || !(sized || mount.size().isAbsent())) {
            throw Refused.uneditable();
        }
        List<String> lines = new ArrayList<>();
        lines.add("type: tmpfs");
        lines.add("target: " + target);
        if (mount.readOnly()) {
            lines.add("read_only: true");
        }
        Optional<ByteSize> size = mount.bytes();
        if (size.isPresent()) {
            lines.add("tmpfs:");
            lines.add("  size: " + size.get().spelled());
        } else if (sized) {
            throw new Refused("the long form takes a number of bytes only");
        }
        replaceShort(mount, lines, edits);
    }

    private static String entry(List<String> lines, String lineBreak, String indent) {
        return String.join(lineBreak + indent, lines);
    }

    private void replaceShort(TmpfsMount mount, List<String> entry, EditPlan edits) throws Refused {
        YamlNode item = item(TMPFS, mount);
        Entry tmpfs = ownEntry(TMPFS);
        YamlNode list = tmpfs.value().origin().written();
        SourceFile file = list.file();
        Entry volumes = service.entry(VOLUMES);
        if (file != service.written().file()
                || (list instanceof YamlSequence written && !written.items().contains(item))) {
            throw Refused.severalFiles();
        }
        boolean only =
                !(list instanceof YamlSequence sequence) || sequence.items().size() == 1;
        String indent = YamlEdits.indentOf(service.written());
        String lineBreak = YamlEdits.lineBreak(file, list.span().end());
        if (only && hasMergeKey(service.written())) {
            throw Refused.merged();
        }
        if (only && volumes == null) {
            Span lines = YamlEdits.wholeLines(
                    file, tmpfs.key().span().start(), list.span().end());
            String dash = dashes(list, indent);
            String text = indent + VOLUMES + ":" + lineBreak + dash + entry(entry, lineBreak, " ".repeat(dash.length()))
                    + lineBreak;
            edits.add(new Edit(new Location(file, lines), text));
            return;
        }
        if (only) {
            Span lines = YamlEdits.wholeLines(
                    file, tmpfs.key().span().start(), list.span().end());
            edits.add(new Edit(new Location(file, lines), ""));
        } else {
            edits.add(removal((YamlSequence) list, item));
        }
        if (volumes == null) {
            String dash = dashes(list, indent);
            String text = entry(entry, lineBreak, " ".repeat(dash.length()));
            edits.add(YamlEdits.append(service, VOLUMES + ":" + lineBreak + dash + text));
        } else {
            edits.add(addItem(volumes, entry));
        }
    }

    /** What stands before an item of a new list beside a list. */
    private static String dashes(YamlNode list, String indent) {
        boolean block = list instanceof YamlSequence sequence && !sequence.isFlow();
        return (block ? " ".repeat(list.location().start().column() - 1) : indent + "  ") + "- ";
    }

    private static Edit removal(YamlSequence list, YamlNode item) throws Refused {
        SourceFile file = list.file();
        if (list.isFlow()) {
            throw new Refused("the list is written in brackets");
        }
        Span lines = YamlEdits.wholeLines(file, item.span().start(), item.span().end());
        String before = file.text().substring(lines.start(), item.span().start());
        if (!before.strip().equals("-")) {
            throw Refused.uneditable("the list is");
        }
        return new Edit(new Location(file, lines), "");
    }

    private Edit addItem(Entry volumes, List<String> entry) throws Refused {
        YamlEdits.requireOwn(volumes.value());
        if (!(volumes.value() instanceof ListNode list)
                || list.items().isEmpty()
                || ((YamlSequence) list.origin().written()).isFlow()) {
            throw Refused.uneditable("its volumes: are");
        }
        YamlSequence written = (YamlSequence) list.origin().written();
        SourceFile file = written.file();
        int dash = written.location().start().column() - 1;
        int end = YamlEdits.lineEnd(file, written.span().end());
        String lineBreak = YamlEdits.lineBreak(file, end);
        String text = entry(entry, lineBreak, " ".repeat(dash + 2));
        return new Edit(new Location(file, Span.at(end)), lineBreak + " ".repeat(dash) + "- " + text);
    }

    private Entry ownEntry(String key) throws Refused {
        Entry entry = service.entry(key);
        if (entry == null || entry.owner() != service.written()) {
            throw Refused.uneditable();
        }
        YamlEdits.requireOwn(entry.value());
        return entry;
    }

    private YamlNode item(String key, TmpfsMount mount) throws Refused {
        Node value = ownEntry(key).value();
        List<Node> items = value instanceof ListNode list ? list.items() : List.of(value);
        for (Node item : items) {
            if (MountNodes.is(item, mount)) {
                YamlEdits.requireOwn(item);
                if (item.at().text().indexOf('$') >= 0) {
                    throw Refused.variable();
                }
                return item.origin().written();
            }
        }
        throw Refused.uneditable();
    }

    /** Declares a volume at the top of the file. */
    void declare(String volume, EditPlan edits) throws Refused {
        Entry volumes = root.entry(VOLUMES);
        SourceFile file = service.written().file();
        YamlMapping top = topOf(file);
        boolean elsewhere =
                volumes != null && volumes.key().file() != file && top.file() == file && !hasKey(top, VOLUMES);
        if (volumes == null || elsewhere) {
            String indent = YamlEdits.indentOf(top);
            String lineBreak = YamlEdits.lineBreak(file, file.text().length());
            edits.add(newSection(top, file, indent + VOLUMES + ":" + lineBreak + indentUnit() + volume + ":"));
            return;
        }
        if (volumes.value() instanceof MapNode map && !map.entries().isEmpty()) {
            edits.add(YamlEdits.append(map, volume + (map.written().isFlow() ? ": {}" : ":")));
            return;
        }
        boolean nothing = volumes.value().origin().written() instanceof YamlScalar scalar
                && scalar.kind() == YamlScalar.Kind.NULL
                && scalar.span().isEmpty();
        if (!nothing) {
            throw Refused.uneditable("the top-level volumes: are");
        }
        SourceFile declaring = volumes.key().file();
        int end = YamlEdits.lineEnd(declaring, volumes.key().span().end());
        edits.add(new Edit(
                new Location(declaring, Span.at(end)),
                YamlEdits.lineBreak(declaring, end) + indentUnit() + volume + ":"));
    }

    /** A file's own top level, as far as the merged one shows it: what is included comes first there. */
    private YamlMapping topOf(SourceFile file) {
        for (Entry entry : root.entries().values()) {
            if (entry.owner() != null
                    && entry.owner().file() == file
                    && root.written().file() != file) {
                return entry.owner();
            }
        }
        return root.written();
    }

    /** The indentation of a service's name, which other sections share. */
    private String indentUnit() throws Refused {
        Entry services = root.entry("services");
        YamlMapping map = services == null || !(services.value() instanceof MapNode found) ? null : found.written();
        return map == null || map.isFlow() ? "  " : YamlEdits.indentOf(map);
    }

    private Edit newSection(YamlMapping top, SourceFile file, String section) throws Refused {
        if (top.isFlow() || top.file() != file) {
            throw Refused.uneditable("the file is");
        }
        int lastEnd = top.span().end();
        @Nullable String tail = blankTail(file.text(), lastEnd);
        if (tail == null) {
            int end = YamlEdits.lineEnd(file, lastEnd);
            String lineBreak = YamlEdits.lineBreak(file, end);
            return new Edit(new Location(file, Span.at(end)), lineBreak + lineBreak + section);
        }
        String lineBreak = YamlEdits.lineBreak(file, file.text().length());
        Location end = new Location(file, Span.at(file.text().length()));
        if (file.text().endsWith(lineBreak + lineBreak)) {
            return new Edit(end, section + lineBreak);
        }
        boolean ended = file.text().endsWith(lineBreak);
        return new Edit(end, ended ? lineBreak + section + lineBreak : lineBreak + lineBreak + section);
    }

    /** What follows the last value, if it is nothing but blanks and comments. */
    private static @Nullable String blankTail(String text, int from) {
        String tail = text.substring(from);
        for (String line : tail.lines().toList()) {
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                return null;
            }
        }
        return tail;
    }
}
