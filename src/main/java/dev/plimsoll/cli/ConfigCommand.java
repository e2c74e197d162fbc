package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code plimsoll config schema}: the JSON Schema of configurations, as editors want it. */
final class ConfigCommand {
    /** Where the schema lies among the program's resources. */
    static final String SCHEMA = "/dev/plimsoll/config/plimsoll.schema.json";

    private final Streams streams;

    ConfigCommand(Streams streams) {
        this.streams = streams;
    }

    static CommandSpec spec() {
        return Help.command("config", "config schema", "Prints the JSON Schema of .plimsoll.yaml.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("schema")
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .description("what to print")
                        .build());
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        String what = parsed.matchedPositionalValue(0, "");
        if (!what.equals("schema")) {
            throw new UsageException("unknown \"config " + what + "\": config schema");
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
