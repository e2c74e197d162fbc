package dev.plimsoll.compose.edit;

import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.Origin;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of YAML text that keep its style: indentation, quotes, line ends, comments. */
public final class YamlEdits {
    private YamlEdits() {}

    /** Refuses to touch what an alias repeats or brought here. */
    static void requireOwn(Node node) throws Refused {
        Origin origin = node.origin();
        if (!origin.through().isEmpty()) {
            throw new Refused("it comes from " + origin.through().get(0).text() + ", which others share");
        }
        if (origin.shared()) {
            throw new Refused("an alias repeats it elsewhere");
        }
    }

    private static void requireEditable(ScalarNode scalar) throws Refused {
        requireOwn(scalar);
        if (scalar.written().raw().indexOf('$') >= 0) {
            throw Refused.variable();
        }
    }

    /** Writes something else in place of a scalar, its quotes included. */
    public static Edit replaceScalar(ScalarNode scalar, String text) throws Refused {
        requireEditable(scalar);
        YamlScalar written = scalar.written();
        if (written.style() == YamlScalar.Style.LITERAL || written.style() == YamlScalar.Style.FOLDED) {
            throw Refused.block();
        }
        return new Edit(written.location(), text);
    }

    /** Gives a scalar another value, in the quotes it has. */
    public static Edit setScalar(ScalarNode scalar, String value) throws Refused {
        requireEditable(scalar);
        YamlScalar written = scalar.written();
        if (written.style() == YamlScalar.Style.LITERAL || written.style() == YamlScalar.Style.FOLDED) {
            throw Refused.block();
        }
        if (scalar.isNull() && written.span().isEmpty()) {
            return new Edit(written.location(), " " + value);
        }
        return new Edit(written.content(), value);
    }

    /** Replaces a part of a scalar's value. */
    static Edit inScalar(ScalarNode scalar, Location part, String text) throws Refused {
        requireEditable(scalar);
        if (!scalar.text().isContiguous()) {
            throw new Refused("it is written with escapes or over several lines");
        }
        boolean plain = scalar.written().style() == YamlScalar.Style.PLAIN;
        if (plain && scalar.origin().inFlow() && text.indexOf(',') >= 0) {
            throw new Refused("it would need quotes inside the brackets");
        }
        return new Edit(part, text);
    }

    /** A scalar's text without the quotes around it. */
    static String unquoted(String raw) {
        boolean quoted = raw.length() >= 2 && (raw.charAt(0) == '"' || raw.charAt(0) == '\'');
        return quoted ? raw.substring(1, raw.length() - 1) : raw;
    }

    /** Whether an entry was written in place, where one beside it concerns nobody else. */
    public static boolean isOwn(Entry entry) {
        Origin origin = entry.value().origin();
        return entry.owner() != null && origin.through().isEmpty() && !origin.shared();
    }

    /** The value of a key as it is written in a mapping itself; null if that does not have the key. */
    static @Nullable YamlNode value(YamlMapping mapping, String name) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlScalar key && key.value().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    private static YamlMapping owner(Entry entry) throws Refused {
        YamlMapping owner = entry.owner();
        if (owner == null || !isOwn(entry)) {
            throw Refused.uneditable();
        }
        return owner;
    }

    /** Adds {@code key: value} below an entry of the same mapping. */
    static Edit insertAfter(Entry entry, String line) throws Refused {
        YamlMapping owner = owner(entry);
        SourceFile file = owner.file();
        int end = Math.max(
                entry.key().span().end(),
                entry.value().origin().written().span().end());
        if (owner.isFlow()) {
            return inFlow(entry.key(), end, line);
        }
        return new Edit(new Location(file, Span.at(lineEnd(file, end))), lineBreak(file, end) + indentOf(owner) + line);
    }

    /** Adds {@code key: value} above an entry of the same mapping. */
    static Edit insertBefore(Entry entry, String line) throws Refused {
        YamlMapping owner = owner(entry);
        SourceFile file = owner.file();
        int start = entry.key().span().start();
        Location before = new Location(file, Span.at(start));
        return new Edit(
                before,
                owner.isFlow()
                        ? spelledBeside(entry.key(), line) + ", "
                        : line + lineBreak(file, start) + indentOf(owner));
    }

    /** Adds {@code key: value} lines as the last entries of a mapping. */
    static Edit append(MapNode map, String... lines) throws Refused {
        requireOwn(map);
        return append(map.written(), lines);
    }

    /** Adds {@code key: value} lines as the last entries of a mapping that no alias repeats. */
    static Edit append(YamlMapping written, String... lines) throws Refused {
        List<YamlMapping.Entry> entries = written.entries();
        SourceFile file = written.file();
        if (entries.isEmpty() && written.location().text().strip().equals("{}")) {
            return new Edit(written.location(), "{" + String.join(", ", lines) + "}");
        }
        if (entries.isEmpty()) {
            throw new Refused("the mapping is empty");
        }
        YamlMapping.Entry last = entries.get(entries.size() - 1);
        int end = Math.max(last.key().span().end(), last.value().span().end());
        if (written.isFlow()) {
            return inFlow(last.key(), end, lines);
        }
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(lineBreak(file, end)).append(indentOf(written)).append(line);
        }
        return new Edit(new Location(file, Span.at(lineEnd(file, end))), text.toString());
    }

    /** Adds a key that holds one entry as the last one of a mapping. */
    static Edit appendNested(MapNode map, String key, String line) throws Refused {
        YamlMapping written = map.written();
        if (written.isFlow()) {
            String entry = written.entries().isEmpty()
                    ? line
                    : spelledBeside(written.entries().get(0).key(), line);
            return append(map, key + ": {" + entry + "}");
        }
        String deeper = lineBreak(written.file(), written.span().end()) + indentOf(written) + "  " + line;
        return append(map, key + ":" + deeper);
    }

    /** Adds a key that holds a key that holds one entry as the last one of a mapping. */
    static Edit appendNested(MapNode map, String outer, String inner, String line) throws Refused {
        YamlMapping written = map.written();
        if (written.isFlow()) {
            boolean empty = written.entries().isEmpty();
            String entry = empty ? line : spelledBeside(written.entries().get(0).key(), line);
            return appendNested(map, outer, inner + ": {" + entry + "}");
        }
        String lineBreak = lineBreak(written.file(), written.span().end()) + indentOf(written);
        return append(map, outer + ":" + lineBreak + "  " + inner + ":" + lineBreak + "    " + line);
    }

    /** Adds entries behind one in braces: on lines of their own if it has one, with quotes if it has some. */
    private static Edit inFlow(YamlNode key, int behind, String... lines) {
        SourceFile file = key.file();
        int end = behindNothing(file, key.span().end(), behind);
        boolean bare = end == behind && endsWithColon(file, key.span().end(), behind);
        Span line = file.lines().line(key.location().start().line());
        String before = file.text().substring(line.start(), key.span().start());
        boolean ownLine = before.isBlank();
        String separator = ownLine ? "," + lineBreak(file, end) + before : ", ";
        StringBuilder text = new StringBuilder(bare ? " " : "");
        for (String added : lines) {
            text.append(separator).append(spelledBeside(key, added));
        }
        int rest = lineEnd(file, end);
        if (ownLine && file.text().substring(end, rest).indexOf('#') >= 0) {
            // its comment stays with it
            String above = text.substring(separator.length() + (bare ? 1 : 0)) + separator;
            return new Edit(new Location(file, Span.at(key.span().start())), above);
        }
        return new Edit(new Location(file, Span.at(end)), text.toString());
    }

    /**
     * Behind the blank that keeps the colon of a key without a value from what follows: a colon directly before a comma or
     * a brace belongs to the key, for Docker.
     *
     * @param behind the end of the entry
     */
    static int behindNothing(SourceFile file, int keyEnd, int behind) {
        boolean blank = behind < file.text().length() && file.text().charAt(behind) == ' ';
        return blank && endsWithColon(file, keyEnd, behind) ? behind + 1 : behind;
    }

    private static boolean endsWithColon(SourceFile file, int keyEnd, int behind) {
        return behind > keyEnd && file.text().charAt(behind - 1) == ':';
    }

    /** An entry as it would be written beside a key: where that has double quotes, as in JSON, so has this. */
    private static String spelledBeside(YamlNode neighbour, String line) {
        boolean quoted = neighbour instanceof YamlScalar key && key.style() == YamlScalar.Style.DOUBLE_QUOTED;
        int colon = line.indexOf(": ");
        if (!quoted || colon < 0 || line.charAt(0) == '"') {
            return line;
        }
        String value = line.substring(colon + 2);
        boolean marked = value.charAt(0) == '"' || value.charAt(0) == '{' || value.charAt(0) == '\'';
        return '"' + line.substring(0, colon) + "\": " + (marked ? value : '"' + value + '"');
    }

    /** Adds an entry below a key that has no value yet. */
    static Edit fillEmpty(Entry entry, String line) throws Refused {
        YamlMapping owner = owner(entry);
        SourceFile file = owner.file();
        if (owner.isFlow() || !entry.value().at().span().isEmpty()) {
            throw Refused.uneditable("its " + entry.key().value() + ": key is");
        }
        int end = lineEnd(file, entry.key().span().end());
        return new Edit(new Location(file, Span.at(end)), lineBreak(file, end) + indentOf(owner) + "  " + line);
    }

    /** The blanks before a key of a block mapping. */
    static String indentOf(YamlMapping mapping) throws Refused {
        Location key = mapping.entries().get(0).key().location();
        Position first = key.start();
        Span line = key.file().lines().line(first.line());
        for (int i = line.start(); i < key.span().start(); i++) {
            char c = key.file().text().charAt(i);
            if (c != ' ' && c != '-') {
                throw Refused.uneditable("its keys are");
            }
        }
        return " ".repeat(first.column() - 1);
    }

    /** The end of the line on which an offset lies, before its line break: behind a comment. */
    static int lineEnd(SourceFile file, int offset) {
        LineIndex lines = file.lines();
        return lines.line(lines.position(offset).line()).end();
    }

    /** The whole lines from one offset to another, with the last one's line break. */
    public static Span wholeLines(SourceFile file, int from, int to) {
        LineIndex lines = file.lines();
        int start = lines.line(lines.position(from).line()).start();
        return new Span(start, lines.nextLineStart(lines.position(to).line()));
    }

    /** Lines to be removed, and the blank line behind them if otherwise it would stand first or beside another. */
    public static Span withBlankLineBehind(SourceFile file, Span lines) {
        LineIndex index = file.lines();
        int behind = index.position(lines.end()).line();
        int first = index.position(lines.start()).line();
        boolean blankBehind = lines.end() < file.text().length() && isBlank(file, behind);
        boolean blankBefore = first == 1 || isBlank(file, first - 1);
        return blankBehind && blankBefore ? new Span(lines.start(), index.nextLineStart(behind)) : lines;
    }

    private static boolean isBlank(SourceFile file, int line) {
        Span span = file.lines().line(line);
        return file.text().substring(span.start(), span.end()).isBlank();
    }

    /** The line break behind an offset; that of the line before if the file ends without one. */
    static String lineBreak(SourceFile file, int offset) {
        LineIndex lines = file.lines();
        int line = lines.position(offset).line();
        for (int near = line; near >= line - 1 && near > 0; near--) {
            String lineBreak = file.text().substring(lines.line(near).end(), lines.nextLineStart(near));
            if (!lineBreak.isEmpty()) {
                return lineBreak;
            }
        }
        return "\n";
    }
}
