package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.migration.ConfigImport;
import dev.plimsoll.migration.Imported;
import dev.plimsoll.migration.Remark;
import dev.plimsoll.session.InputFiles;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.UnreadableSourceException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code plimsoll config schema}: the JSON Schema of configurations, as editors want it. {@code plimsoll config import FILE}:
 * another linter's configuration as one of ours.
 */
final class ConfigCommand {
    /** Where the schema lies among the program's resources. */
    static final String SCHEMA = "/dev/plimsoll/config/plimsoll.schema.json";

    private static final String IMPORT = "import";

    private final Streams streams;
    private final InputFiles inputs;

    ConfigCommand(Streams streams, InputFiles inputs) {
        this.streams = streams;
        this.inputs = inputs;
    }

    /**
     * Runs it.
     *
     * @param what {@code schema} or {@code import}
     * @param file what to import; empty if it was not named
     */
    int run(String what, String file) throws UsageException, InputException, IOException {
        if (what.equals(IMPORT)) {
            if (file.isEmpty()) {
                throw new UsageException("config import needs a file, such as .dclintrc");
            }
            return translate(file);
        }
        if (!what.equals("schema")) {
            throw OptionsParser.unknown("word behind config", what, List.of("schema", IMPORT));
        }
        if (!file.isEmpty()) {
            throw new UsageException("config schema does not take \"" + file + "\"");
        }
        try (InputStream in = ConfigCommand.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + SCHEMA);
            }
            streams.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return ExitCode.OK;
    }

    /** The configuration to standard output, what became of each setting to standard error. */
    private int translate(String name) throws InputException, IOException {
        SourceFile source;
        try {
            File file = FilePath.resolve(inputs.directory(), name);
            inputs.boundary().nameAlone(file);
            source = inputs.boundary().read(file, name);
        } catch (UnreadableSourceException e) {
            throw new InputException(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
        Imported imported = new ConfigImport(RuleCatalog.builtIn()).read(source);
        for (Remark remark : imported.remarks()) {
            Position at = source.lines().position(remark.at().span().start());
            streams.complain(source.path() + ":" + at.line() + ":" + at.column() + ": " + remark.message());
        }
        streams.print(imported.configuration());
        return ExitCode.OK;
    }
}
