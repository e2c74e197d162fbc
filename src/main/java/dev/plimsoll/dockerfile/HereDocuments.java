package dev.plimsoll.dockerfile;

import dev.plimsoll.shell.HereDocument;
import dev.plimsoll.shell.Quoting;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of here-documents: a word {@code <<NAME} or {@code <<-NAME}, with or without a number before it and quotes
 * around the name. Source: buildkit frontend/dockerfile/parser parser.go (heredocsFromLine).
 */
final class HereDocuments {
    /** Here a backslash is the escape character, whatever a parser directive says. */
    private static final Quoting QUOTING = Quoting.dockerfile('\\');

    private HereDocuments() {}

    /** Those that an instruction opens; none if its quotes do not match, as Docker has it. */
    static List<HereDocument> openedBy(Text line) {
        if (!QUOTING.isClosed(line.value())) {
            return List.of();
        }
        List<HereDocument> found = new ArrayList<>();
        for (Text word : QUOTING.written(line)) {
            HereDocument opened = parse(word);
            if (opened != null) {
                found.add(opened);
            }
        }
        return found;
    }

    private static @Nullable HereDocument parse(Text word) {
        String value = word.value();
        int i = 0;
        while (i < value.length() && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
            i++;
        }
        if (!value.startsWith("<<", i)) {
            return null;
        }
        boolean tabs = value.startsWith("-", i + 2);
        Text rest = word.from(tabs ? i + 3 : i + 2);
        String name = QUOTING.unquoted(rest).value();
        return name.isEmpty() || rest.value().indexOf('<') >= 0 ? null : new HereDocument(name, tabs);
    }
}
