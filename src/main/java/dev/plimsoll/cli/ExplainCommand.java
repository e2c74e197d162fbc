package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.report.Prose;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code plimsoll explain RULE}. */
final class ExplainCommand {
    private final Streams streams;
    private final RuleCatalog catalog;
    private final Map<String, String> environment;

    /**
     * A run of the command.
     *
     * @param environment asked for the width of the terminal
     */
    ExplainCommand(Streams streams, RuleCatalog catalog, Map<String, String> environment) {
        this.streams = streams;
        this.catalog = catalog;
        this.environment = environment;
    }

    int run(String id) throws UsageException, IOException {
        RuleMetadata rule = catalog.find(id).orElse(null);
        Optional<String> page = catalog.page(id);
        if (rule == null || page.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id, catalog));
        }
        streams.print(rule.id() + " (" + rule.severity().label() + ", category " + rule.category() + ", profile "
                + rule.runsIn() + ", fix " + rule.fix().label() + ")\n\n"
                + (streams.terminal()
                        ? Prose.reflowed(page.get(), Outputs.columns(environment, Outputs.DEFAULT_WIDTH))
                        : page.get()));
        return ExitCode.OK;
    }
}
