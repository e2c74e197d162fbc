package dev.plimsoll.host;

import dev.plimsoll.quadlet.QuadletReader;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads files that hold commands. Any text at all is read; what makes no sense holds nothing. */
public final class Hosts {
    private Hosts() {}

    /** What a file holds, read as this kind. All places are those of the file. */
    public static Embedded read(SourceFile file, HostKind kind) {
        return switch (kind) {
            case SHELL -> shell(file);
            case MAKEFILE -> commands(new MakefileReader(file, 0, file.text().length()).read());
            case MARKDOWN, ASCIIDOC, RESTRUCTURED_TEXT -> new ExamplesReader(file).read();
            case WORKFLOW -> commands(new WorkflowReader(file).read());
            case QUADLET -> commands(unit(file, List.of()));
            case DEVCONTAINER -> commands(DevContainerReader.read(file));
            case DOCKERFILE -> dockerfile(file);
            case COMPOSE, NONE, PLAIN_TEXT -> Embedded.NOTHING;
        };
    }

    /**
     * The commands of a container of Quadlet.
     *
     * @param dropIns what is merged into it, in this order
     */
    public static List<ShellCommand> unit(SourceFile file, List<SourceFile> dropIns) {
        return QuadletReader.read(file, dropIns);
    }

    private static Embedded commands(List<ShellCommand> commands) {
        return new Embedded(commands, List.of(), List.of());
    }

    private static Embedded shell(SourceFile file) {
        ShellDialect dialect = dialect(file);
        if (dialect == null) {
            // notes of someone: commands between other lines, with prompts perhaps
            return new Example(file, lines(file.text()), List.of(), ShellDialect.POSIX, true).read();
        }
        Text code = whole(file);
        return WrittenDocuments.of(code, dialect, false).with(ShellReader.read(code, dialect));
    }

    private static Embedded dockerfile(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return new Embedded(List.of(), List.of(), List.of(DockerfileText.named(name, whole(file))));
    }

    private static Text whole(SourceFile file) {
        return Text.verbatim(new Location(file, new Span(0, file.text().length())));
    }

    /** The shell of a script, by its name or its first line; null if neither tells. */
    static @Nullable ShellDialect dialect(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ps1") || name.endsWith(".psm1")) {
            return ShellDialect.POWERSHELL;
        }
        if (name.endsWith(".bat") || name.endsWith(".cmd")) {
            return ShellDialect.CMD;
        }
        ShellDialect told = Shebang.dialect(file.text());
        boolean named = name.indexOf('.') >= 0 && !name.endsWith(".txt") && !name.endsWith(".text");
        return told == null && named ? ShellDialect.POSIX : told;
    }

    private static List<Span> lines(String text) {
        List<Span> spans = new ArrayList<>();
        Lines lines = new Lines(text, 0, text.length());
        while (lines.advance()) {
            spans.add(new Span(lines.start(), lines.end()));
        }
        return spans;
    }
}
