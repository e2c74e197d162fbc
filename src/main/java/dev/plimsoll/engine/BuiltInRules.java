package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
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
import dev.plimsoll.rule.memory.CgroupV1Only;
import dev.plimsoll.rule.memory.CpuLimitMissing;
import dev.plimsoll.rule.memory.HeapExceedsMemory;
import dev.plimsoll.rule.memory.HeapIgnoresCgroup;
import dev.plimsoll.rule.memory.HostMemoryExceeded;
import dev.plimsoll.rule.memory.MemoryBelowMinimum;
import dev.plimsoll.rule.memory.MemoryLimitConflict;
import dev.plimsoll.rule.memory.MemoryLimitMissing;
import dev.plimsoll.rule.memory.MemoryReservationAboveLimit;
import dev.plimsoll.rule.memory.MemoryUnitUnportable;
import dev.plimsoll.rule.memory.MemoryValueDropped;
import dev.plimsoll.rule.memory.OomKillDisabled;
import dev.plimsoll.rule.memory.OomScoreExtreme;
import dev.plimsoll.rule.memory.PidsLimitMissing;
import dev.plimsoll.rule.memory.RedisNoMaxmemory;
import dev.plimsoll.rule.memory.ReplicasMultiplyTmpfs;
import dev.plimsoll.rule.memory.SwapBelowMemory;
import dev.plimsoll.rule.memory.SwapLimitMissing;
import dev.plimsoll.rule.memory.SwapQuotedMinusOne;
import dev.plimsoll.rule.memory.SwapUnlimited;
import dev.plimsoll.rule.memory.SwapWithoutMemory;
import dev.plimsoll.rule.memory.SwappinessOutOfRange;
import dev.plimsoll.rule.run.RunOptionAfterImage;
import dev.plimsoll.rule.storage.BindDatabasePath;
import dev.plimsoll.rule.storage.DatabaseVolumeMisplaced;
import dev.plimsoll.rule.storage.DatabaseWithoutVolume;
import dev.plimsoll.rule.storage.DockerSocketByDesign;
import dev.plimsoll.rule.storage.DockerSocketMounted;
import dev.plimsoll.rule.storage.HostPathSensitive;
import dev.plimsoll.rule.storage.LogUnbounded;
import dev.plimsoll.rule.storage.ReadOnlyWithoutWritable;
import dev.plimsoll.rule.storage.RunRmDatabase;
import dev.plimsoll.rule.storage.VolumeAnonymous;
import dev.plimsoll.rule.storage.VolumeLooksRelative;
import dev.plimsoll.rule.storage.VolumeOneLetter;
import dev.plimsoll.rule.storage.VolumeRepeatedTarget;
import dev.plimsoll.rule.storage.VolumeSharedByDatabases;
import dev.plimsoll.rule.storage.VolumeSharedPropagation;
import dev.plimsoll.rule.storage.VolumeUndeclared;
import dev.plimsoll.rule.storage.VolumeUnknownOption;
import dev.plimsoll.rule.storage.VolumeUnused;
import dev.plimsoll.rule.storage.VolumeWrittenNever;
import dev.plimsoll.rule.tmpfs.BuildTmpfsBadOption;
import dev.plimsoll.rule.tmpfs.BuildTmpfsOutputLost;
import dev.plimsoll.rule.tmpfs.EphemeralDatabase;
import dev.plimsoll.rule.tmpfs.ShmExceedsMemory;
import dev.plimsoll.rule.tmpfs.ShmTooSmall;
import dev.plimsoll.rule.tmpfs.ShmUnused;
import dev.plimsoll.rule.tmpfs.TmpfsAndHeapExceedMemory;
import dev.plimsoll.rule.tmpfs.TmpfsBadMode;
import dev.plimsoll.rule.tmpfs.TmpfsBadTarget;
import dev.plimsoll.rule.tmpfs.TmpfsCrowdsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsDecimalMode;
import dev.plimsoll.rule.tmpfs.TmpfsDroppedInSwarm;
import dev.plimsoll.rule.tmpfs.TmpfsExceedsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsExecSuidDev;
import dev.plimsoll.rule.tmpfs.TmpfsHidesImageContent;
import dev.plimsoll.rule.tmpfs.TmpfsInvalidSize;
import dev.plimsoll.rule.tmpfs.TmpfsNoexecBuild;
import dev.plimsoll.rule.tmpfs.TmpfsNotShared;
import dev.plimsoll.rule.tmpfs.TmpfsOnDataPath;
import dev.plimsoll.rule.tmpfs.TmpfsOnUploadPath;
import dev.plimsoll.rule.tmpfs.TmpfsOptionsIgnored;
import dev.plimsoll.rule.tmpfs.TmpfsParentOfVolume;
import dev.plimsoll.rule.tmpfs.TmpfsPercentSize;
import dev.plimsoll.rule.tmpfs.TmpfsQuotedMode;
import dev.plimsoll.rule.tmpfs.TmpfsReadOnly;
import dev.plimsoll.rule.tmpfs.TmpfsRepeatedTarget;
import dev.plimsoll.rule.tmpfs.TmpfsSecretReadable;
import dev.plimsoll.rule.tmpfs.TmpfsSecretSwappable;
import dev.plimsoll.rule.tmpfs.TmpfsSizeZero;
import dev.plimsoll.rule.tmpfs.TmpfsTinySize;
import dev.plimsoll.rule.tmpfs.TmpfsTotalExceedsMemory;
import dev.plimsoll.rule.tmpfs.TmpfsUnbounded;
import dev.plimsoll.rule.tmpfs.TmpfsUnknownOption;
import dev.plimsoll.rule.tmpfs.TmpfsUnwritable;
import dev.plimsoll.rule.tmpfs.TmpfsVolumeIncomplete;
import dev.plimsoll.rule.tmpfs.TmpfsVolumeVolatile;
import dev.plimsoll.rule.tmpfs.TmpfsWorldWritable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by id. An explicit list instead of a search of the class path, and a switch instead of a table, so that the
 * class of a rule that is not selected is not even loaded.
 */
final class BuiltInRules {
    /** The page whose options tell which sizes fixes suggest. */
    static final String SIZING = "tmpfs-unbounded";

    /** The rule that asks for the host's memory, and its option. */
    static final String HOST_MEMORY = "host-memory-exceeded";

    static final String HOST_MEMORY_OPTION = "host";

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
            case "schema", "suppression-expired", "suppression-invalid" -> null;
            case "suppression-unused", "version-obsolete", "yaml-boolean" -> null;
            case "yaml-duplicate-key", "yaml-syntax" -> null;
            case HOST_MEMORY -> new HostMemoryExceeded(size(page, HOST_MEMORY_OPTION));
            case "bind-database-path" -> new BindDatabasePath(ImageCatalog.builtIn());
            case "build-and-image" -> new BuildAndImage();
            case "build-conflict" -> new BuildConflict();
            case "build-tmpfs-bad-option" -> new BuildTmpfsBadOption();
            case "build-tmpfs-output-lost" -> new BuildTmpfsOutputLost();
            case "cgroup-v1-only" -> new CgroupV1Only();
            case "config-undefined" -> new ConfigUndefined();
            case "container-name-duplicate" -> new ContainerNameDuplicate();
            case "container-name-scaled" -> new ContainerNameScaled();
            case "cpu-limit-missing" -> new CpuLimitMissing(option(page, "suggest"));
            case "database-volume-misplaced" -> new DatabaseVolumeMisplaced(ImageCatalog.builtIn());
            case "database-without-volume" -> new DatabaseWithoutVolume(ImageCatalog.builtIn());
            case "depends-on-cycle" -> new DependsOnCycle();
            case "depends-on-undefined" -> new DependsOnUndefined();
            case "docker-socket-by-design" -> new DockerSocketByDesign();
            case "docker-socket-mounted" -> new DockerSocketMounted();
            case "ephemeral-database" -> new EphemeralDatabase(ImageCatalog.builtIn());
            case "external-with-options" -> new ExternalWithOptions();
            case "healthcheck-bad-test" -> new HealthcheckBadTest();
            case "healthy-without-healthcheck" -> new HealthyWithoutHealthcheck();
            case "heap-exceeds-memory" -> new HeapExceedsMemory(ImageCatalog.builtIn());
            case "heap-ignores-cgroup" -> new HeapIgnoresCgroup(ImageCatalog.builtIn());
            case "host-path-sensitive" -> new HostPathSensitive();
            case "log-unbounded" -> new LogUnbounded(option(page, "size"));
            case "memory-below-minimum" -> new MemoryBelowMinimum();
            case "memory-limit-conflict" -> new MemoryLimitConflict();
            case "memory-limit-missing" -> new MemoryLimitMissing(size(page, "suggest"));
            case "memory-reservation-above-limit" -> new MemoryReservationAboveLimit();
            case "memory-unit-unportable" -> new MemoryUnitUnportable();
            case "memory-value-dropped" -> new MemoryValueDropped();
            case "model-undefined" -> new ModelUndefined();
            case "network-mode-conflict" -> new NetworkModeConflict();
            case "network-undefined" -> new NetworkUndefined();
            case "oom-kill-disabled" -> new OomKillDisabled();
            case "oom-score-extreme" -> new OomScoreExtreme();
            case "pids-limit-missing" -> new PidsLimitMissing(option(page, "suggest"));
            case "port-conflict" -> new PortConflict();
            case "read-only-without-writable" -> new ReadOnlyWithoutWritable(ImageCatalog.builtIn());
            case "redis-no-maxmemory" -> new RedisNoMaxmemory(ImageCatalog.builtIn());
            case "replicas-conflict" -> new ReplicasConflict();
            case "replicas-multiply-tmpfs" -> new ReplicasMultiplyTmpfs(size(page, "minimum"));
            case "resource-without-source" -> new ResourceWithoutSource();
            case "run-option-after-image" -> new RunOptionAfterImage(ImageCatalog.builtIn());
            case "run-rm-database" -> new RunRmDatabase(ImageCatalog.builtIn());
            case "secret-undefined" -> new SecretUndefined();
            case "service-without-image" -> new ServiceWithoutImage();
            case "shm-exceeds-memory" -> new ShmExceedsMemory();
            case "shm-too-small" -> new ShmTooSmall(ImageCatalog.builtIn());
            case "shm-unused" -> new ShmUnused();
            case "swap-below-memory" -> new SwapBelowMemory();
            case "swap-limit-missing" -> new SwapLimitMissing(size(page, "minimum"));
            case "swap-quoted-minus-one" -> new SwapQuotedMinusOne();
            case "swap-unlimited" -> new SwapUnlimited();
            case "swap-without-memory" -> new SwapWithoutMemory();
            case "swappiness-out-of-range" -> new SwappinessOutOfRange();
            case "tmpfs-and-heap-exceed-memory" -> new TmpfsAndHeapExceedMemory(ImageCatalog.builtIn());
            case "tmpfs-bad-mode" -> new TmpfsBadMode();
            case "tmpfs-bad-target" -> new TmpfsBadTarget();
            case "tmpfs-crowds-memory" ->
                new TmpfsCrowdsMemory(Double.parseDouble(option(page, "ratio")), ImageCatalog.builtIn());
            case "tmpfs-decimal-mode" -> new TmpfsDecimalMode();
            case "tmpfs-dropped-in-swarm" -> new TmpfsDroppedInSwarm();
            case "tmpfs-exceeds-memory" -> new TmpfsExceedsMemory();
            case "tmpfs-exec-suid-dev" -> new TmpfsExecSuidDev(ImageCatalog.builtIn());
            case "tmpfs-hides-image-content" -> new TmpfsHidesImageContent(ImageCatalog.builtIn());
            case "tmpfs-invalid-size" -> new TmpfsInvalidSize();
            case "tmpfs-noexec-build" -> new TmpfsNoexecBuild(ImageCatalog.builtIn());
            case "tmpfs-not-shared" -> new TmpfsNotShared(ImageCatalog.builtIn());
            case "tmpfs-on-data-path" -> new TmpfsOnDataPath(ImageCatalog.builtIn());
            case "tmpfs-on-upload-path" -> new TmpfsOnUploadPath(ImageCatalog.builtIn());
            case "tmpfs-options-ignored" -> new TmpfsOptionsIgnored();
            case "tmpfs-parent-of-volume" -> new TmpfsParentOfVolume();
            case "tmpfs-percent-size" -> new TmpfsPercentSize(sizes(sizing));
            case "tmpfs-quoted-mode" -> new TmpfsQuotedMode();
            case "tmpfs-read-only" -> new TmpfsReadOnly(ImageCatalog.builtIn());
            case "tmpfs-repeated-target" -> new TmpfsRepeatedTarget();
            case "tmpfs-secret-readable" -> new TmpfsSecretReadable(ImageCatalog.builtIn());
            case "tmpfs-secret-swappable" -> new TmpfsSecretSwappable();
            case "tmpfs-size-zero" -> new TmpfsSizeZero(sizes(sizing));
            case "tmpfs-tiny-size" -> new TmpfsTinySize();
            case "tmpfs-total-exceeds-memory" -> new TmpfsTotalExceedsMemory();
            case "tmpfs-unbounded" -> new TmpfsUnbounded(sizes(sizing));
            case "tmpfs-unknown-option" -> new TmpfsUnknownOption();
            case "tmpfs-unwritable" -> new TmpfsUnwritable(ImageCatalog.builtIn());
            case "tmpfs-volume-incomplete" -> new TmpfsVolumeIncomplete();
            case "tmpfs-volume-volatile" -> new TmpfsVolumeVolatile(ImageCatalog.builtIn());
            case "tmpfs-world-writable" -> new TmpfsWorldWritable();
            case "variable-unset" -> new VariableUnset();
            case "volume-anonymous" -> new VolumeAnonymous(ImageCatalog.builtIn());
            case "volume-looks-relative" -> new VolumeLooksRelative();
            case "volume-one-letter" -> new VolumeOneLetter();
            case "volume-repeated-target" -> new VolumeRepeatedTarget();
            case "volume-shared-by-databases" -> new VolumeSharedByDatabases(ImageCatalog.builtIn());
            case "volume-shared-propagation" -> new VolumeSharedPropagation();
            case "volume-undeclared" -> new VolumeUndeclared();
            case "volume-unknown-option" -> new VolumeUnknownOption();
            case "volume-unused" -> new VolumeUnused();
            case "volume-written-never" -> new VolumeWrittenNever(ImageCatalog.builtIn());
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

    private static ByteSize size(RuleMetadata page, String name) {
        String value = option(page, name);
        Optional<ByteSize> size = SizeGrammar.docker(value);
        if (size.isEmpty()) {
            throw new IllegalStateException("rules/" + page.id() + ".md: " + name + " is no size: " + value);
        }
        return size.get();
    }
}
