package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Declares named volumes at the top of the file that a service is written in. */
final class VolumeDeclaration {
    private static final String VOLUMES = "volumes";

    private final MapNode service;
    private final MapNode root;

    VolumeDeclaration(MapNode service, MapNode root) {
        this.service = service;
        this.root = root;
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

    /** A name that is not declared yet: the wanted one, or the first free one with a number. */
    String freeName(String wanted) {
        MapNode declared = root.map(VOLUMES);
        String free = wanted;
        for (int i = 2; declared != null && declared.entry(free) != null; i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /** Declares a volume at the top of the file. */
    void declare(String volume, EditPlan edits) throws Refused {
        Entry volumes = root.entry(VOLUMES);
        SourceFile file = service.written().file();
        YamlMapping top = topOf(file);
        boolean elsewhere = volumes != null
                && volumes.key().file() != file
                && top.file() == file
                && !YamlEdits.hasKey(top, VOLUMES);
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
        boolean comment = false;
        for (int i = 0; i < tail.length(); i++) {
            char c = tail.charAt(i);
            if (c == '\n' || c == '\r') {
                comment = false;
            } else if (c == '#') {
                comment = true;
            } else if (!comment && !Character.isWhitespace(c)) {
                return null;
            }
        }
        return tail;
    }
}
