package dev.plimsoll.host;

import dev.plimsoll.shell.HereDocument;
import dev.plimsoll.shell.Placeholders;
import dev.plimsoll.shell.ShellCommand;
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

/** The Compose documents and Dockerfiles that a script writes into files. */
final class WrittenDocuments {
    private final List<ComposeDocument> compose = new ArrayList<>(0);
    private final List<DockerfileText> dockerfiles = new ArrayList<>(0);

    private WrittenDocuments() {}

    /**
     * Those of a shell text, in order.
     *
     * @param documentation whether words such as {@code <size>} stand for something unknown
     */
    static WrittenDocuments of(Text code, ShellDialect dialect, boolean documentation) {
        WrittenDocuments documents = new WrittenDocuments();
        for (WrittenFile written : ShellReader.files(code, dialect)) {
            documents.add(written, documentation);
        }
        return documents;
    }

    /** The same beside the commands of the text. */
    Embedded with(List<ShellCommand> commands) {
        return new Embedded(commands, compose, dockerfiles);
    }

    private void add(WrittenFile written, boolean documentation) {
        String path = written.name().value();
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (HostKind.isDockerfile(name)) {
            Text content = written.literal() ? written.content() : HereDocument.filled(written.content());
            dockerfiles.add(DockerfileText.named(name, documentation ? Placeholders.unknown(content) : content));
        } else if (isYaml(name) && !written.tabs()) {
            // tabs that the shell takes off would have to be told from those of the document
            ComposeDocument document = document(written);
            if (document != null && ComposeBlock.isCompose(document)) {
                compose.add(document);
            }
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yml") || name.endsWith(".yaml");
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
