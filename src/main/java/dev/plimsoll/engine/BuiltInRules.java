package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.SizePolicy;
import dev.plimsoll.rule.compose.BuildAndImage;
import dev.plimsoll.rule.compose.BuildConflict;
import dev.plimsoll.rule.compose.ConfigUndefined;
import dev.plimsoll.rule.compose.ContainerNameDuplicate;
import dev.plimsoll.rule.compose.ContainerNameScaled;
import dev.plimsoll.rule.compose.DependsOnCycle;
import dev.plimsoll.rule.compose.DependsOnUndefined;
import dev.plimsoll.rule.compose.ExternalWithOptions;
import dev.plimsoll.rule.compose.HealthcheckBadTest;
import dev.plimsoll.rule.compose.HealthyWithoutHealthcheck;
import dev.plimsoll.rule.compose.ModelUndefined;
import dev.plimsoll.rule.compose.NetworkModeConflict;
import dev.plimsoll.rule.compose.NetworkUndefined;
import dev.plimsoll.rule.compose.PortConflict;
import dev.plimsoll.rule.compose.ReplicasConflict;
import dev.plimsoll.rule.compose.ResourceWithoutSource;
import dev.plimsoll.rule.compose.SecretUndefined;
import dev.plimsoll.rule.compose.ServiceWithoutImage;
import dev.plimsoll.rule.compose.VariableUnset;
import dev.plimsoll.rule.memory.MemoryBelowMinimum;
import dev.plimsoll.rule.memory.MemoryLimitConflict;
import dev.plimsoll.rule.memory.SwapBelowMemory;
import dev.plimsoll.rule.memory.SwapLimitMissing;
import dev.plimsoll.rule.memory.SwapUnlimited;
import dev.plimsoll.rule.memory.SwapWithoutMemory;
import dev.plimsoll.rule.run.RunOptionAfterImage;
import dev.plimsoll.rule.storage.RunRmDatabase;
import dev.plimsoll.rule.storage.VolumeUndeclared;
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
    /** The page whose options tell which sizes fixes suggest. */
    static final String SIZING = "tmpfs-unbounded";

    private BuiltInRules() {}

    /**
     * A rule with the options that its page or the user gives; null for one whose findings the reader makes, because the
     * model does not show what it is about.
     *
     * @param page the rule's page
     * @param sizing the page whose options tell which sizes fixes suggest
     * @throws IllegalStateException if a page has no rule, which a test rules out
     */
    static @Nullable Rule create(RuleMetadata page, RuleMetadata sizing) {
        return switch (page.id()) {
            case "extends-unresolved", "include-unresolved", "interpolation-invalid" -> null;
            case "run-invalid-value", "run-unknown-flag", "run-unquoted-path" -> null;
            case "suppression-expired", "suppression-invalid", "suppression-unused" -> null;
            case "schema", "version-obsolete", "yaml-boolean", "yaml-duplicate-key", "yaml-syntax" -> null;
            case "build-and-image" -> new BuildAndImage();
            case "build-conflict" -> new BuildConflict();
            case "config-undefined" -> new ConfigUndefined();
            case "container-name-duplicate" -> new ContainerNameDuplicate();
            case "container-name-scaled" -> new ContainerNameScaled();
            case "depends-on-cycle" -> new DependsOnCycle();
            case "depends-on-undefined" -> new DependsOnUndefined();
            case "ephemeral-database" -> new EphemeralDatabase(ImageCatalog.builtIn());
            case "external-with-options" -> new ExternalWithOptions();
            case "healthcheck-bad-test" -> new HealthcheckBadTest();
            case "healthy-without-healthcheck" -> new HealthyWithoutHealthcheck();
            case "memory-below-minimum" -> new MemoryBelowMinimum();
            case "memory-limit-conflict" -> new MemoryLimitConflict();
            case "model-undefined" -> new ModelUndefined();
            case "network-mode-conflict" -> new NetworkModeConflict();
            case "network-undefined" -> new NetworkUndefined();
            case "port-conflict" -> new PortConflict();
            case "replicas-conflict" -> new ReplicasConflict();
            case "resource-without-source" -> new ResourceWithoutSource();
            case "run-option-after-image" -> new RunOptionAfterImage(ImageCatalog.builtIn());
            case "run-rm-database" -> new RunRmDatabase(ImageCatalog.builtIn());
            case "secret-undefined" -> new SecretUndefined();
            case "service-without-image" -> new ServiceWithoutImage();
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
            case "tmpfs-size-zero" -> new TmpfsSizeZero(sizes(sizing));
            case "tmpfs-total-exceeds-memory" -> new TmpfsTotalExceedsMemory();
            case "tmpfs-unbounded" -> new TmpfsUnbounded(sizes(sizing));
            case "tmpfs-unknown-option" -> new TmpfsUnknownOption();
            case "variable-unset" -> new VariableUnset();
            case "volume-undeclared" -> new VolumeUndeclared();
            default -> throw new IllegalStateException("no rule for the page " + page.id());
        };
    }

    private static SizePolicy sizes(RuleMetadata sizing) {
        return new SizePolicy(
                percent(sizing, "general"),
                percent(sizing, "cache"),
                percent(sizing, "build"),
                SizeGrammar.docker(option(sizing, "default")).orElseThrow());
    }

    private static int percent(RuleMetadata page, String name) {
        long percent = Math.round(Double.parseDouble(option(page, name)));
        return (int) Math.max(1, Math.min(100, percent));
    }

    private static String option(RuleMetadata page, String name) {
        @Nullable String value = page.options().get(name);
        if (value == null) {
            throw new IllegalStateException("rules/" + page.id() + ".md lacks the option " + name);
        }
        return value;
    }
}
