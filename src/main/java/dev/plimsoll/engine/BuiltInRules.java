package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.memory.MemoryBelowMinimum;
import dev.plimsoll.rule.memory.SwapBelowMemory;
import dev.plimsoll.rule.memory.SwapLimitMissing;
import dev.plimsoll.rule.memory.SwapUnlimited;
import dev.plimsoll.rule.memory.SwapWithoutMemory;
import dev.plimsoll.rule.tmpfs.EphemeralDatabase;
import dev.plimsoll.rule.tmpfs.TmpfsCrowdsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsDecimalMode;
import dev.plimsoll.rule.tmpfs.TmpfsExceedsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsInvalidSize;
import dev.plimsoll.rule.tmpfs.TmpfsOnDataPath;
import dev.plimsoll.rule.tmpfs.TmpfsSizeZero;
import dev.plimsoll.rule.tmpfs.TmpfsTotalExceedsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsUnbounded;
import dev.plimsoll.rule.tmpfs.TmpfsUnknownOption;
import org.jspecify.annotations.Nullable;

/**
 * The rules by id. An explicit list instead of a search of the class path, and a switch instead of a table, so that the
 * class of a rule that is not selected is not even loaded.
 */
final class BuiltInRules {
    private BuiltInRules() {}

    /**
     * A rule with the options that its page or the user gives; null for one whose findings the reader makes, because the
     * model does not show what it is about.
     *
     * @throws IllegalStateException if a page has no rule, which a test rules out
     */
    static @Nullable Rule create(RuleMetadata page) {
        return switch (page.id()) {
            case "extends-unresolved", "include-unresolved", "interpolation-invalid" -> null;
            case "version-obsolete", "yaml-boolean", "yaml-duplicate-key", "yaml-syntax" -> null;
            case "ephemeral-database" -> new EphemeralDatabase(ImageCatalog.builtIn());
            case "memory-below-minimum" -> new MemoryBelowMinimum();
            case "swap-below-memory" -> new SwapBelowMemory();
            case "swap-limit-missing" ->
                new SwapLimitMissing(SizeGrammar.docker(option(page, "minimum")).orElseThrow());
            case "swap-unlimited" -> new SwapUnlimited();
            case "swap-without-memory" -> new SwapWithoutMemory();
            case "tmpfs-crowds-memory" -> new TmpfsCrowdsMemory(Double.parseDouble(option(page, "ratio")));
            case "tmpfs-decimal-mode" -> new TmpfsDecimalMode();
            case "tmpfs-exceeds-memory" -> new TmpfsExceedsMemory();
            case "tmpfs-invalid-size" -> new TmpfsInvalidSize();
            case "tmpfs-on-data-path" -> new TmpfsOnDataPath(ImageCatalog.builtIn());
            case "tmpfs-size-zero" -> new TmpfsSizeZero();
            case "tmpfs-total-exceeds-memory" -> new TmpfsTotalExceedsMemory();
            case "tmpfs-unbounded" -> new TmpfsUnbounded();
            case "tmpfs-unknown-option" -> new TmpfsUnknownOption();
            default -> throw new IllegalStateException("no rule for the page " + page.id());
        };
    }

    private static String option(RuleMetadata page, String name) {
        @Nullable String value = page.options().get(name);
        if (value == null) {
            throw new IllegalStateException("rules/" + page.id() + ".md lacks the option " + name);
        }
        return value;
    }
}
