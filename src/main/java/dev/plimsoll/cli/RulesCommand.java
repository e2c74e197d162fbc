package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.report.RuleListing;
import java.io.IOException;

/** {@code plimsoll rules}. */
final class RulesCommand {
    private final Streams streams;
    private final RuleCatalog catalog;

    RulesCommand(Streams streams, RuleCatalog catalog) {
        this.streams = streams;
        this.catalog = catalog;
    }

    int run(String format) throws UsageException, IOException {
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
