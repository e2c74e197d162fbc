package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Redis that does not know its limit: the kernel kills it where it could have evicted keys. */
public final class RedisNoMaxmemory implements ContainerRule {
    /** The images whose command is the server's, with every setting on its command line or in a file named there. */
    private static final Set<String> SERVERS = Set.of("Redis", "Valkey");

    private static final String MAXMEMORY = "--maxmemory";
    private static final String POLICY = "--maxmemory-policy";
    private static final String NO_EVICTION = "noeviction";
    /** Options of the server in a variable. Source: redis.io, install/install-stack/docker. */
    private static final String ARGUMENTS = "REDIS_ARGS";
    /** A cluster's or sentinel's process holds no data of its own, or is set up from elsewhere. */
    private static final String[] EXCUSES = {
        "--sentinel", "redis-sentinel", "valkey-sentinel", "redis-cli", "valkey-cli"
    };

    private final ImageCatalog images;

    /** A rule that knows these images. */
    public RedisNoMaxmemory(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "redis-no-maxmemory";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ByteSize> limit = container.limit();
        if (limit.isEmpty() || mayHaveArguments(container)) {
            return List.of();
        }
        ImageFacts facts = images.of(container).orElse(null);
        if (facts == null
                || !SERVERS.contains(facts.name())
                || container.effectiveEntrypoint().isPresent()) {
            return List.of();
        }
        Field<CommandLine> command = container.effectiveCommand();
        if (!command.isAbsent() && !isKnownServer(command)) {
            return List.of();
        }
        Optional<Value<String>> maxmemory =
                command.isPresent() ? option(command, MAXMEMORY) : Optional.<Value<String>>empty();
        if (maxmemory.isEmpty()) {
            return List.of(unaware(container, limit.get(), command));
        }
        Optional<Value<String>> policy = option(command, POLICY);
        // a value that is not known may be any policy
        boolean evicts = policy.isPresent() && !policy.get().known().orElse("").equals(NO_EVICTION);
        Optional<String> cache = facts.persistenceOff(container);
        return evicts || cache.isEmpty() ? List.of() : List.of(refusing(container, command, cache.get()));
    }

    private static boolean mayHaveArguments(Container container) {
        return container.moreEnvironment() || container.variable(ARGUMENTS).isPresent();
    }

    private static Optional<Value<String>> option(Field<CommandLine> command, String name) {
        CommandLine line = command.orNull();
        return line == null ? Optional.empty() : line.option(name);
    }

    private static Finding unaware(Container container, ByteSize limit, Field<CommandLine> command) {
        return FindingDraft.at(container, container.memory().limit())
                .evidence(MAXMEMORY)
                .label(command.isPresent() ? command : container.image(), "without " + MAXMEMORY)
                .help(
                        "set --maxmemory and --maxmemory-policy, and leave room in the limit for buffers and for the copies"
                                + " it makes while saving")
                .says("\"" + container.name().value() + "\" has a " + limit
                        + " memory limit but no --maxmemory: when its data reaches the limit, the kernel kills it"
                        + " instead of it evicting keys or refusing writes");
    }

    private static Finding refusing(Container container, Field<CommandLine> command, String cache) {
        return FindingDraft.at(container, command)
                .evidence(POLICY)
                .help("set --maxmemory-policy allkeys-lru or another policy that evicts")
                .says("\"" + container.name().value() + "\" keeps nothing on disk (" + cache
                        + ") and evicts nothing: once --maxmemory is reached, it refuses every write");
    }

    /** A command of the server's all of whose words are seen, without a file of settings. */
    private static boolean isKnownServer(Field<CommandLine> command) {
        CommandLine line = command.orNull();
        if (line == null
                || line.mayHoldMore()
                || !line.script().isEmpty()
                || line.words().isEmpty()) {
            return false;
        }
        String first = line.words().get(0).value();
        boolean server = first.endsWith("redis-server") || first.endsWith("valkey-server") || first.startsWith("--");
        if (!server) {
            return false;
        }
        for (String excuse : EXCUSES) {
            if (line.contains(List.of(excuse))) {
                return false;
            }
        }
        for (Text word : line.words()) {
            if (word.value().endsWith(".conf")) {
                return false;
            }
        }
        return true;
    }
}
