package dev.plimsoll.host;

import dev.plimsoll.source.SourceFile;
import java.util.List;

/** The code blocks of documentation. */
public final class Fences {
    private Fences() {}

    /** Those of a file, read as the markup language that its name tells, in the order in which they are written. */
    public static List<Fence> of(SourceFile file) {
        return switch (HostKind.of(file)) {
            case ASCIIDOC -> AsciiDocFences.of(file.text());
            case RESTRUCTURED_TEXT -> RestFences.of(file.text());
            default -> MarkdownFences.of(file.text());
        };
    }
}
