package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.report.RuleListing;
import java.io.IOException;
import java.util.List;

/** {@code plimsoll rules}. */
final class RulesCommand {
    /** What {@code --output} takes. */
    static final List<String> FORMATS = List.of("table", "markdown", "json");

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
                    default -> throw OptionsParser.unknown("format", format, FORMATS);
                };
        streams.print(listing);
        return ExitCode.OK;
    }
}
