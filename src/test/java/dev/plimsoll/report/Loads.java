package dev.plimsoll.report;

import dev.plimsoll.budget.LoadLines;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Load lines for pages. */
public final class Loads {
    private static final Path DATA = Path.of("testdata/budget");

    private Loads() {}

    public static LoadLines none() {
        return of(Optional.empty());
    }

    /** Of texts, each a project. */
    public static LoadLines of(Optional<ByteSize> hostMemory, SourceFile... files) {
        LoadLines lines = new LoadLines(hostMemory);
        for (SourceFile file : files) {
            lines.add(ComposeReader.read(file, List.of()).project(), ImageCatalog.builtIn());
        }
        return lines;
    }

    /** A file of {@code testdata/budget}. */
    public static SourceFile file(String name) {
        try {
            return new SourceFile(name, Files.readString(DATA.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
