package dev.plimsoll.lsp;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.suppress.Suppressions;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Words to choose from: rules in comments that ignore findings, and all that a configuration may say. */
final class Completions {
    private final Columns columns;
    private final RuleCatalog catalog = RuleCatalog.builtIn();
    private @Nullable ConfigSchema schema;

    Completions(Columns columns) {
        this.columns = columns;
    }

    /** What may stand at a place; nothing where we have no say. */
    List<CompletionItem> at(Position position, Buffer buffer) {
        SourceFile file = new SourceFile("", buffer.text());
        String text = file.text();
        int offset = columns.offset(file, position);
        Span line = file.lines().line(file.lines().position(offset).line());
        Span word = new Span(wordStart(text, offset, line), wordEnd(text, offset, line));
        Typed typed = new Typed(text, offset, line, columns.range(file, word));
        if (isInIgnore(text.substring(line.start(), offset))) {
            return rules(typed);
        }
        return ConfigFiles.NAMES.contains(buffer.file().getName()) ? inConfiguration(typed) : List.of();
    }

    /**
     * The word at the cursor, of which an editor may think otherwise: to many a dash ends one.
     *
     * @param range what an item takes the place of
     */
    private record Typed(String text, int offset, Span line, Range range) {
        /** Whether a colon stands behind it already. */
        boolean isKey() {
            int end = wordEnd(text, offset, line);
            return end < line.end() && text.charAt(end) == ':';
        }

        /** What sets it apart from the colon or dash before it. */
        String gap() {
            int start = wordStart(text, offset, line);
            return start > line.start() && ":-".indexOf(text.charAt(start - 1)) >= 0 ? " " : "";
        }
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }

    private static int wordStart(String text, int offset, Span line) {
        int start = offset;
        while (start > line.start() && isWord(text.charAt(start - 1))) {
            start--;
        }
        // the dash of an item is no part of its word
        boolean dash = start < offset && text.charAt(start) == '-';
        return dash ? start + 1 : start;
    }

    private static int wordEnd(String text, int offset, Span line) {
        int end = offset;
        while (end < line.end() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a line so far ends within the brackets of a comment that ignores rules. */
    private static boolean isInIgnore(String before) {
        int marker = before.lastIndexOf(Suppressions.MARKER);
        if (marker < 0 || (before.lastIndexOf('#', marker) < 0 && before.lastIndexOf("<!--", marker) < 0)) {
            return false;
        }
        String words = before.substring(marker + Suppressions.MARKER.length()).strip();
        return words.startsWith("ignore") && words.indexOf('[') > 0 && words.indexOf(']') < 0;
    }

    private List<CompletionItem> inConfiguration(Typed typed) {
        ConfigSchema known = schema;
        if (known == null) {
            known = new ConfigSchema();
            schema = known;
        }
        ConfigPlace place = ConfigPlace.of(typed.text(), typed.offset());
        List<CompletionItem> items = new ArrayList<>();
        List<String> path = place.path();
        if (place.form() == ConfigPlace.Form.VALUE) {
            add(known.values(path), place, typed.gap(), typed, items);
        } else if (place.form() == ConfigPlace.Form.WORD) {
            add(known.keys(path), place, typed.gap(), typed, items);
            boolean isItem = !path.isEmpty() && path.get(path.size() - 1).equals(ConfigPlace.ITEM);
            List<String> below = new ArrayList<>(path);
            below.add(ConfigPlace.ITEM);
            if (isItem) {
                // an item that has a key is a mapping
                add(place.beside().isEmpty() ? known.values(path) : List.of(), place, typed.gap(), typed, items);
            } else {
                add(known.keys(below), place, "- ", typed, items);
                add(known.values(below), place, "- ", typed, items);
            }
        }
        return items;
    }

    private void add(
            List<ConfigSchema.Word> words, ConfigPlace place, String before, Typed typed, List<CompletionItem> items) {
        for (ConfigSchema.Word word : words) {
            if (!place.beside().contains(word.text())) {
                CompletionItemKind kind = word.kind() == ConfigSchema.Kind.VALUE
                        ? CompletionItemKind.EnumMember
                        : CompletionItemKind.Property;
                String colon =
                        switch (word.kind()) {
                            case VALUE -> "";
                            case KEY -> ": ";
                            case PARENT -> ":";
                        };
                CompletionItem item =
                        item(word.text(), kind, before + word.text() + (typed.isKey() ? "" : colon), typed);
                RuleMetadata rule = catalog.find(word.text()).orElse(null);
                if (rule != null) {
                    describe(item, rule);
                } else if (catalog.categories().contains(word.text())) {
                    describeCategory(item);
                } else {
                    item.setDetail(word.form().isEmpty() ? null : word.form());
                    item.setDocumentation(word.about().isEmpty() ? null : Either.forLeft(word.about()));
                }
                items.add(item);
            }
        }
    }

    /** Rules and categories in a comment. */
    private List<CompletionItem> rules(Typed typed) {
        List<CompletionItem> items = new ArrayList<>();
        for (RuleMetadata rule : catalog.rules()) {
            CompletionItem item = item(rule.id(), CompletionItemKind.EnumMember, rule.id(), typed);
            describe(item, rule);
            items.add(item);
        }
        for (String category : catalog.categories()) {
            CompletionItem item = item(category, CompletionItemKind.Module, category, typed);
            describeCategory(item);
            items.add(item);
        }
        return items;
    }

    private static void describe(CompletionItem item, RuleMetadata rule) {
        item.setDetail(rule.severity().label() + ", " + rule.category());
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, rule.summary()));
    }

    private static void describeCategory(CompletionItem item) {
        item.setKind(CompletionItemKind.Module);
        item.setDetail("all rules of this category");
    }

    private static CompletionItem item(String label, CompletionItemKind kind, String text, Typed typed) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setFilterText(label);
        item.setTextEdit(Either.forLeft(new TextEdit(typed.range(), text)));
        return item;
    }
}
