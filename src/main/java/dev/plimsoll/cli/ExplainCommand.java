package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import java.io.IOException;
import java.util.Optional;

/** {@code plimsoll explain RULE}. */
final class ExplainCommand {
    private final Streams streams;
    private final RuleCatalog catalog;

    ExplainCommand(Streams streams, RuleCatalog catalog) {
        this.streams = streams;
        this.catalog = catalog;
    }

    int run(String id) throws UsageException, IOException {
        RuleMetadata rule = catalog.find(id).orElse(null);
        Optional<String> page = catalog.page(id);
        if (rule == null || page.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id, catalog));
        }
        streams.print(rule.id() + " (" + rule.severity().label() + ", category " + rule.category() + ", profile "
                + rule.runsIn() + ", fix " + rule.fix().label() + ")\n\n" + page.get());
        return ExitCode.OK;
    }
}
