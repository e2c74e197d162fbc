package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.report.RuleListing;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code plimsoll rules}. */
final class RulesCommand {
    private final Streams streams;
    private final RuleCatalog catalog;

    RulesCommand(Streams streams, RuleCatalog catalog) {
        this.streams = streams;
        this.catalog = catalog;
    }

    static CommandSpec spec() {
        return Help.command("rules", "rules [--output table|markdown|json]", "Lists all rules.")
                .addOption(OptionSpec.builder("--output")
                        .paramLabel("FORMAT")
                        .type(String.class)
                        .defaultValue("table")
                        .description("table (default), markdown or json")
                        .build());
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        String format = parsed.matchedOptionValue("--output", "table");
        String listing =
                switch (format) {
                    case "table" -> RuleListing.table(catalog.rules());
                    case "markdown" -> RuleListing.markdown(catalog.rules());
                    case "json" -> RuleListing.json(catalog.rules());
                    default -> throw new UsageException("unknown format \"" + format + "\": table, markdown or json");
                };
        streams.print(listing);
        return ExitCode.OK;
    }
}
