package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.rule.SizePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Options of rules as what the rules take. The build checked the defaults, the reader of configurations and the command
 * line what is set in their place; anything else is a fault of ours.
 */
final class RuleOptions {
    private RuleOptions() {}

    /** An option as written. */
    static String text(RuleMetadata page, String name) {
        @Nullable String value = page.options().get(name);
        if (value == null) {
            throw new IllegalStateException("rules/" + page.id() + ".md lacks the option " + name);
        }
        return value;
    }

    /** An amount of memory. */
    static ByteSize size(RuleMetadata page, String name) {
        return SizeGrammar.docker(text(page, name)).orElseThrow();
    }

    /** A number. */
    static double number(RuleMetadata page, String name) {
        return Double.parseDouble(text(page, name));
    }

    /** A number without a fraction. */
    static int whole(RuleMetadata page, String name) {
        return Integer.parseInt(text(page, name));
    }

    /** The sizes that fixes suggest, by the options of the page that has them for all rules. */
    static SizePolicy sizes(RuleMetadata sizing) {
        return new SizePolicy(
                whole(sizing, "general"), whole(sizing, "cache"), whole(sizing, "build"), size(sizing, "default"));
    }
}
