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
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares named volumes at the top of the file that a service is written in. */
final class VolumeDeclaration {
    private static final String VOLUMES = "volumes";

    private final MapNode service;
    private final MapNode root;
    private final ProjectTexts texts;

    /**
     * Declarations beside a service.
     *
     * @param service the service, as it is written in the file that is to have the declaration
     * @param root the merged document
     */
    VolumeDeclaration(MapNode service, MapNode root, ProjectTexts texts) {
        this.service = service;
        this.root = root;
        this.texts = texts;
    }

    /** The declaration of a name, in whatever file; null if there is none. */
    @Nullable
    Entry declared(String name) {
        MapNode declared = root.map(VOLUMES);
        return declared == null ? null : declared.entry(name);
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

    /**
     * The volume for what has none: that of the wanted name, which may be declared already without a service that mounts
     * it, or a new one of the first free name with a number.
     *
     * @return its name
     * @throws Refused if another volume is declared that no service mounts: it may be meant, and would stay empty
     */
    String volumeFor(String wanted) throws Refused {
        Entry declared = declared(wanted);
        if (declared != null && texts.isUnmounted(wanted) && isUsable(declared)) {
            return wanted;
        }
        MapNode section = root.map(VOLUMES);
        for (String name :
                section == null ? List.<String>of() : section.entries().keySet()) {
            if (texts.isUnmounted(name)) {
                throw new Refused("volume \"" + name + "\" is declared and no service mounts it: it may be meant");
            }
        }
        String free = wanted;
        for (int i = 2; declared(free) != null; i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /** Whether the file of the service is never used without the declaration. */
    private boolean isUsable(Entry declared) {
        SourceFile file = service.written().file();
        return declared.key().file() == file || texts.isBelow(declared.key().file(), file);
    }

    /** Declares a volume unless it is declared. */
    void declareIfNew(String volume, EditPlan edits) throws Refused {
        if (declared(volume) == null) {
            declare(volume, edits);
        }
    }

    /** Declares a volume at the top of the file that the service is written in. */
    void declare(String volume, EditPlan edits) throws Refused {
        YamlMapping written = service.written();
        SourceFile file = written.file();
        YamlMapping top = texts.documentAround(written);
        if (top == null) {
            throw Refused.uneditable("the file is");
        }
        Entry merged = root.entry(VOLUMES);
        YamlNode section = YamlEdits.value(top, VOLUMES);
        if (section == null && merged != null && merged.key().file() == file) {
            // in another document of the same file
            section = merged.value().origin().written();
        }
        if (section == null) {
            String indent = YamlEdits.indentOf(top);
            String lineBreak = YamlEdits.lineBreak(file, file.text().length());
            edits.add(newSection(top, file, indent + VOLUMES + ":" + lineBreak + indentUnit(top) + volume + ":"));
        } else if (section instanceof YamlMapping map
                && !map.isReferenced()
                && !map.entries().isEmpty()) {
            edits.add(YamlEdits.append(map, volume + (map.isFlow() ? ": {}" : ":")));
        } else if (section instanceof YamlScalar nothing
                && nothing.kind() == YamlScalar.Kind.NULL
                && nothing.span().isEmpty()) {
            int end = YamlEdits.lineEnd(file, section.span().end());
            edits.add(new Edit(
                    new Location(file, Span.at(end)), YamlEdits.lineBreak(file, end) + indentUnit(top) + volume + ":"));
        } else {
            throw Refused.uneditable("the top-level volumes: are");
        }
    }

    /** The indentation of a service's name, which other sections share. */
    private static String indentUnit(YamlMapping top) throws Refused {
        return YamlEdits.value(top, "services") instanceof YamlMapping services
                        && !services.isFlow()
                        && !services.entries().isEmpty()
                ? YamlEdits.indentOf(services)
                : YamlEdits.indentOf(top) + "  ";
    }

    private static Edit newSection(YamlMapping top, SourceFile file, String section) throws Refused {
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
