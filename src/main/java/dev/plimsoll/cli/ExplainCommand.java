package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code plimsoll explain RULE}. */
final class ExplainCommand {
    private final Streams streams;
    private final RuleCatalog catalog;

    ExplainCommand(Streams streams, RuleCatalog catalog) {
        this.streams = streams;
        this.catalog = catalog;
    }

    static CommandSpec spec() {
        return Help.command("explain", "explain RULE", "Shows the page of a rule.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("RULE")
                        .index("0")
                        .arity("1")
                        .type(String.class)
                        .description("the rule's id, as in a finding's brackets")
                        .build());
    }

    int run(ParseResult parsed) throws UsageException, IOException {
        String id = parsed.matchedPositionalValue(0, "");
        RuleMetadata rule = catalog.find(id).orElse(null);
        Optional<String> page = catalog.page(id);
        if (rule == null || page.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id, catalog));
        }
        streams.print(rule.id() + " (" + rule.severity().label() + ", category " + rule.category() + ", profile "
                + rule.profile().label() + ", fix " + rule.fix().label() + ")\n\n" + page.get());
        return ExitCode.OK;
    }
}
