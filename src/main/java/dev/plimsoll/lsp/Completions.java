package dev.plimsoll.lsp;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.config.ConfigReader;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Span;
import dev.plimsoll.suppress.Suppressions;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** Words to choose from: rules in comments that ignore findings, and all that a configuration may say. */
final class Completions {
    private static final List<String> SEVERITIES = List.of("error", "warning", "info");

    private final Columns columns;
    private final RuleCatalog catalog = RuleCatalog.builtIn();

    Completions(Columns columns) {
        this.columns = columns;
    }

    /** What may stand at a place; nothing where we have no say. */
    List<CompletionItem> at(Position position, Buffer buffer) {
        LineIndex lines = LineIndex.of(buffer.text());
        int offset = columns.offset(buffer.text(), lines, position);
        int number = lines.position(offset).line();
        String before = buffer.text().substring(lines.line(number).start(), offset);
        if (isInIgnore(before)) {
            return rules(true);
        }
        return ConfigFiles.NAMES.contains(buffer.file().getName())
                ? inConfiguration(before, buffer.text(), lines, number)
                : List.of();
    }

    /** Whether a line so far ends within the brackets of a comment that ignores rules. */
    private static boolean isInIgnore(String before) {
        int marker = before.lastIndexOf(Suppressions.MARKER);
        if (marker < 0 || before.lastIndexOf('#', marker) < 0 && before.lastIndexOf("<!--", marker) < 0) {
            return false;
        }
        String words = before.substring(marker + Suppressions.MARKER.length()).strip();
        return words.startsWith("ignore") && words.indexOf('[') > 0 && words.indexOf(']') < 0;
    }

    private List<CompletionItem> inConfiguration(String before, String text, LineIndex lines, int number) {
        List<String> path = keysAbove(before, text, lines, number);
        String word = before.strip();
        if (word.startsWith("- ")) {
            word = word.substring(2).strip();
        }
        int colon = word.indexOf(':');
        if (colon >= 0) {
            return values(word.substring(0, colon).strip());
        }
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return switch (last) {
            case "" -> keys(ConfigReader.KEYS);
            case "select" -> rules(true);
            case "ignore" -> keys(ConfigReader.IGNORE_KEYS);
            case "overrides" -> keys(ConfigReader.OVERRIDE_KEYS);
            case "rules" -> rules(false);
            default -> options(last);
        };
    }

    private List<CompletionItem> values(String key) {
        return switch (key) {
            case "enabled" -> words(List.of("true", "false"));
            case "profile" -> words(List.of("default", "strict"));
            case "fail-on" -> words(List.of("error", "warning", "info", "never"));
            case "severity" -> words(SEVERITIES);
            case "rule" -> rules(true);
            default -> List.of();
        };
    }

    /** The keys that a line lies below, the outermost first. */
    private static List<String> keysAbove(String before, String text, LineIndex lines, int number) {
        List<String> keys = new ArrayList<>();
        int indent = indent(before);
        for (int line = number - 1; line > 0; line--) {
            Span span = lines.line(line);
            String written = text.substring(span.start(), span.end());
            String bare = written.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            boolean item = bare.startsWith("- ") || bare.equals("-");
            int own = indent(written);
            // items may be written as far to the left as their key
            boolean holds =
                    own < indent || (own == indent && !item && before.strip().startsWith("-"));
            if (holds) {
                int colon = bare.indexOf(':');
                if (!item && colon > 0) {
                    keys.add(0, bare.substring(0, colon).strip());
                }
                indent = item ? own + 1 : own;
            }
            if (indent == 0) {
                break;
            }
        }
        return keys;
    }

    private static int indent(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** The settings of a rule. */
    private List<CompletionItem> options(String rule) {
        RuleMetadata page = catalog.find(rule).orElse(null);
        if (page == null) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(List.of("enabled", "severity"));
        keys.addAll(page.options().keySet());
        return keys(keys);
    }

    private List<CompletionItem> rules(boolean categories) {
        List<CompletionItem> items = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            CompletionItem item = item(rule.id(), CompletionItemKind.EnumMember, rule.id());
            item.setDetail(rule.severity().label() + ", " + rule.category());
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, rule.summary()));
            items.add(item);
        }
        for (String category : categories ? catalog.categories() : List.<String>of()) {
            CompletionItem item = item(category, CompletionItemKind.Module, category);
            item.setDetail("all rules of this category");
            items.add(item);
        }
        return items;
    }

    private static List<CompletionItem> words(List<String> words) {
        List<CompletionItem> items = new ArrayList<>();
        for (String word : words) {
            items.add(item(word, CompletionItemKind.Value, word));
        }
        return items;
    }

    private static List<CompletionItem> keys(List<String> keys) {
        List<CompletionItem> items = new ArrayList<>();
        for (String key : keys) {
            items.add(item(key, CompletionItemKind.Property, key + ": "));
        }
        return items;
    }

    private static CompletionItem item(String label, CompletionItemKind kind, @Nullable String text) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setInsertText(text);
        return item;
    }
}
