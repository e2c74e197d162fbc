package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code plimsoll config schema}: the JSON Schema of configurations, as editors want it. */
final class ConfigCommand {
    /** Where the schema lies among the program's resources. */
    static final String SCHEMA = "/dev/plimsoll/config/plimsoll.schema.json";

    private final Streams streams;

    ConfigCommand(Streams streams) {
        this.streams = streams;
    }

    int run(String what) throws UsageException, IOException {
        if (!what.equals("schema")) {
            throw OptionsParser.unknown("word behind config", what, List.of("schema"));
        }
        try (InputStream in = ConfigCommand.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + SCHEMA);
            }
            streams.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return ExitCode.OK;
    }
}
