package dev.plimsoll.host;

import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.shell.WrittenFile;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Compose documents that a script writes into files. */
final class WrittenDocuments {
    private WrittenDocuments() {}

    /** Those of a shell text, in order. */
    static List<ComposeDocument> of(Text code, ShellDialect dialect) {
        List<ComposeDocument> documents = new ArrayList<>(0);
        for (WrittenFile written : ShellReader.files(code, dialect)) {
            ComposeDocument document = isYaml(written.name().value()) ? document(written) : null;
            if (document != null && ComposeBlock.isCompose(document)) {
                documents.add(document);
            }
        }
        return documents;
    }

    private static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml");
    }

    private static @Nullable ComposeDocument document(WrittenFile written) {
        Text content = written.content();
        SourceFile file = content.file();
        Span span = content.location().span();
        String text = file.text();
        int start = span.start();
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        char[] kept = blank(text, start, span.end());
        boolean filled = !written.literal();
        for (int i = 0; i < content.length(); i++) {
            Span unit = content.span(i, i + 1);
            char c = content.value().charAt(i);
            if (c == Text.UNKNOWN) {
                ComposeBlock.variable(kept, unit.start() - start, unit.end() - start);
                filled = true;
            } else if (c != '\n' && c != '\r') {
                kept[unit.start() - start] = c;
            }
        }
        if (!written.literal() && !expand(kept)) {
            return null;
        }
        return new ComposeDocument(new Location(file, new Span(start, span.end())), new String(kept), filled);
    }

    /** Blanks for all signs but the line breaks. */
    private static char[] blank(String text, int from, int to) {
        char[] blank = new char[to - from];
        for (int i = 0; i < blank.length; i++) {
            char c = text.charAt(from + i);
            blank[i] = c == '\n' || c == '\r' ? c : ' ';
        }
        return blank;
    }

    /**
     * Puts a variable of the same length in place of each command whose output a shell would put there. False where it would
     * do more, which cannot be told in place: take a backslash off, calculate.
     */
    private static boolean expand(char[] content) {
        int i = 0;
        while (i < content.length) {
            char c = content[i];
            int end = i + 1;
            if (c == '\\') {
                return false;
            } else if (c == '`') {
                end = endOfCommand(content, i + 1, '`', '`');
            } else if (c == '$' && i + 1 < content.length && content[i + 1] == '(') {
                end = endOfCommand(content, i + 1, '(', ')');
            }
            if (end < 0) {
                return false;
            }
            if (end > i + 1) {
                ComposeBlock.variable(content, i, end);
            }
            i = end;
        }
        return true;
    }

    /** Behind what closes a command in the same line; -1 if nothing does. */
    private static int endOfCommand(char[] content, int from, char open, char close) {
        int depth = open == close ? 1 : 0;
        for (int i = from; i < content.length && content[i] != '\n' && content[i] != '\r'; i++) {
            if (content[i] == close) {
                depth--;
            } else if (content[i] == open) {
                depth++;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
