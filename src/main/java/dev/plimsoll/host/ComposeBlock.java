package dev.plimsoll.host;

import dev.plimsoll.shell.Placeholders;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compose documents in a YAML block of documentation. A block that shows a wrong and a right form one after the other, with the
 * same keys at the top level, holds as many documents. What is visibly a fragment, or no YAML, is none.
 */
final class ComposeBlock {
    private static final String SERVICES = "services";

    private ComposeBlock() {}

    static List<ComposeDocument> find(SourceFile file, Fence fence) {
        List<Span> lines = fence.lines();
        List<ComposeDocument> documents = new ArrayList<>();
        List<Integer> starts = starts(file.text(), lines);
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            add(file, lines.subList(starts.get(i), to), fence.holes(), documents);
        }
        return documents;
    }

    /** Whether a block that nothing says to be YAML holds a service that can be no other than one of Compose. */
    static boolean isClear(SourceFile file, Fence fence) {
        for (ComposeDocument document : find(file, fence)) {
            YamlMapping services = services(document);
            if (services != null && ServiceKeys.tell(services)) {
                return true;
            }
        }
        return false;
    }

    /** The indexes of the lines at which documents begin: the first one, and those that repeat a key at the top level. */
    static List<Integer> starts(String text, List<Span> lines) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        Set<String> keys = new HashSet<>();
        int top = indent(text, lines);
        for (int i = 0; i < lines.size(); i++) {
            String key = topLevelKey(text, lines.get(i), top);
            if (!key.isEmpty() && !keys.add(key)) {
                keys = new HashSet<>(List.of(key));
                starts.add(i);
            }
        }
        return starts;
    }

    /** Blanks before the first line that holds a key. */
    private static int indent(String text, List<Span> lines) {
        for (Span line : lines) {
            int at = Lines.skipBlanks(text, line.start(), line.end());
            if (at < line.end() && text.charAt(at) != '#' && text.charAt(at) != '-') {
                return at - line.start();
            }
        }
        return 0;
    }

    private static String topLevelKey(String text, Span line, int top) {
        int from = Lines.skipBlanks(text, line.start(), line.end());
        if (from - line.start() != top) {
            return "";
        }
        int to = from;
        while (to < line.end() && (Character.isLetterOrDigit(text.charAt(to)) || "-_.".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        boolean isKey = to > from
                && to < line.end()
                && text.charAt(to) == ':'
                && (to + 1 == line.end() || " \t".indexOf(text.charAt(to + 1)) >= 0);
        return isKey ? text.substring(from, to) : "";
    }

    private static void add(SourceFile file, List<Span> lines, List<Span> holes, List<ComposeDocument> documents) {
        if (!hasServices(file.text(), lines) || isFragment(file.text(), lines)) {
            return;
        }
        int start = lines.get(0).start();
        while (start > 0 && file.text().charAt(start - 1) != '\n' && file.text().charAt(start - 1) != '\r') {
            start--;
        }
        Span span = new Span(start, lines.get(lines.size() - 1).end());
        Location at = new Location(file, span);
        ComposeDocument document = document(at, lines, holes);
        if (isCompose(document)) {
            documents.add(document);
        }
    }

    private static boolean hasServices(String text, List<Span> lines) {
        int top = indent(text, lines);
        for (Span line : lines) {
            if (topLevelKey(text, line, top).equals(SERVICES)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFragment(String text, List<Span> lines) {
        for (Span line : lines) {
            int from = Lines.skipBlanks(text, line.start(), line.end());
            for (int i = from; i < line.end(); i++) {
                char c = text.charAt(i);
                if (c == '#' && (i == from || text.charAt(i - 1) == ' ')) {
                    break;
                }
                if (Placeholders.end(text, i, line.end()) > i) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a document is YAML, and has services of Compose. */
    static boolean isCompose(ComposeDocument document) {
        YamlMapping services = services(document);
        return services != null && hasMappings(services) && ServiceKeys.areThoseOf(services);
    }

    private static @Nullable YamlMapping services(ComposeDocument document) {
        try {
            List<YamlNode> roots = YamlParser.parse(document.at(), document.content());
            if (roots.size() != 1 || !(roots.get(0) instanceof YamlMapping root)) {
                return null;
            }
            for (YamlMapping.Entry entry : root.entries()) {
                boolean isServices =
                        entry.key() instanceof YamlScalar key && key.value().equals(SERVICES);
                if (isServices && entry.value() instanceof YamlMapping services) {
                    return services;
                }
            }
            return null;
        } catch (YamlSyntaxException e) {
            // text that only looks like YAML
            return null;
        }
    }

    private static boolean hasMappings(YamlMapping services) {
        for (YamlMapping.Entry entry : services.entries()) {
            if (entry.value() instanceof YamlScalar) {
                return false;
            }
        }
        return !services.entries().isEmpty();
    }

    /**
     * The document of some lines: with blanks in place of what stands before them and behind them, such as the marks of a
     * quotation, and a variable in place of each hole. What is blank before them stays, the same for each, which YAML does
     * not mind.
     */
    private static ComposeDocument document(Location at, List<Span> lines, List<Span> holes) {
        char[] content = at.text().toCharArray();
        int base = at.span().start();
        int from = base;
        for (Span line : lines) {
            blank(content, from - base, line.start() - base);
            from = line.end();
        }
        boolean filled = false;
        int hole = Example.firstBehind(holes, base);
        while (hole < holes.size() && holes.get(hole).end() <= at.span().end()) {
            variable(content, holes.get(hole).start() - base, holes.get(hole).end() - base);
            filled = true;
            hole++;
        }
        return new ComposeDocument(at, new String(content), filled);
    }

    private static void blank(char[] content, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean blank = " \t\r\n".indexOf(content[i]) >= 0;
            content[i] = blank ? content[i] : ' ';
        }
    }

    /** Writes a variable as long as what it replaces, without braces, which would begin a mapping in a list of YAML. */
    static void variable(char[] content, int from, int to) {
        content[from] = '$';
        for (int i = from + 1; i < to; i++) {
            content[i] = '_';
        }
    }
}
