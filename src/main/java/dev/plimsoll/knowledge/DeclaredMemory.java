package dev.plimsoll.knowledge;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Memory that a container's program is told to take, by its command or environment: a heap, a cache, a buffer pool. The
 * program takes more than that.
 *
 * @param name the setting as one would quote it: {@code --maxmemory 256mb}, {@code -Xmx512m}, {@code
 *     MSSQL_MEMORY_LIMIT_MB=2048}
 * @param size the bytes, with the place where they are written
 */
public record DeclaredMemory(String name, Located<ByteSize> size) {
    /**
     * Variables that the JVM or its launcher reads, the stronger first, around the command line (null) with all that
     * scripts add to it. Source: manual of the java command; JVM Tool Interface, JAVA_TOOL_OPTIONS; hotspot arguments.cpp.
     */
    private static final String BEFORE_ALL = "_JAVA_OPTIONS";

    private static final List<String> LAST_RESORTS = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    /**
     * Variables that start scripts pass on to java: by custom, of Tomcat, Elasticsearch, OpenSearch, Logstash, Kafka,
     * ZooKeeper, Solr, Jenkins and Nexus. Which of them an image's script reads is not known here, so that they must agree.
     */
    private static final List<String> SCRIPT_VARIABLES = List.of(
            "JAVA_OPTS",
            "JAVA_OPTIONS",
            "CATALINA_OPTS",
            "ES_JAVA_OPTS",
            "OPENSEARCH_JAVA_OPTS",
            "LS_JAVA_OPTS",
            "KAFKA_HEAP_OPTS",
            "JVMFLAGS",
            "SOLR_JAVA_MEM",
            "JENKINS_JAVA_OPTS",
            "INSTALL4J_ADD_VM_PARAMS");

    /**
     * Variables whose words an image's script puts behind the server's own. Source: redis-stack, etc/scripts/entrypoint.sh;
     * bitnami/containers, bitnami/mongodb/README.md.
     */
    private static final List<String> ARGUMENT_VARIABLES = List.of("REDIS_ARGS", "MONGODB_EXTRA_FLAGS");

    private static final List<String> SHARE_OPTIONS = List.of("-XX:MaxRAMPercentage=");

    private static final List<String> HEAP_OPTIONS = List.of("-Xmx", "-XX:MaxHeapSize=");

    /** Options of Node.js, in mebibytes. Source: Node.js manual, --max-old-space-size. */
    private static final List<String> NODE_OPTIONS = List.of("--max-old-space-size", "--max_old_space_size");

    private static final String NODE_VARIABLE = "NODE_OPTIONS";

    /** The bytes. */
    public ByteSize bytes() {
        return size.value();
    }

    /**
     * What a container's program is told to take, each amount once. What is not known, or said twice in different ways, is
     * left out.
     */
    public static List<DeclaredMemory> of(Container container, ImageCatalog catalog) {
        StartCommand command = new StartCommand(container);
        List<DeclaredMemory> found = new ArrayList<>();
        Optional<ImageFacts> facts = catalog.of(container);
        if (facts.isPresent()) {
            for (MemorySetting setting : facts.get().memorySettings()) {
                add(found, setting(setting, container, command));
            }
        }
        add(found, heap(container, command));
        add(found, node(container, command));
        return found;
    }

    private static void add(List<DeclaredMemory> found, @Nullable DeclaredMemory memory) {
        if (memory != null) {
            found.add(memory);
        }
    }

    /** The sum of some amounts. */
    public static ByteSize sum(List<DeclaredMemory> amounts) {
        ByteSize sum = ByteSize.ZERO;
        for (DeclaredMemory amount : amounts) {
            sum = sum.plus(amount.bytes());
        }
        return sum;
    }

    private static @Nullable DeclaredMemory setting(MemorySetting memory, Container container, StartCommand command) {
        for (ImageSetting setting : memory.settings()) {
            @Nullable
            Words words = setting.isOption()
                    ? argument(setting.name(), container, command)
                    : variable(setting.name(), container);
            if (words != null) {
                return words.read(memory.unit());
            }
        }
        return null;
    }

    private static @Nullable Words argument(String name, Container container, StartCommand command) {
        @Nullable Words found = option(name, command.arguments());
        for (int i = 0; found == null && i < ARGUMENT_VARIABLES.size(); i++) {
            found = option(name, wordsOf(ARGUMENT_VARIABLES.get(i), container));
        }
        return found;
    }

    /**
     * The share of the memory limit that a Java heap may take, in percent, where no amount is set; null if none is said, or
     * what is said is not known. Source: manual of the java command, -XX:MaxRAMPercentage.
     */
    public static @Nullable Located<Double> heapShare(Container container) {
        StartCommand command = new StartCommand(container);
        List<List<Located<Value<String>>>> places = new ArrayList<>();
        places.add(wordsOf(BEFORE_ALL, container));
        places.add(command.arguments());
        for (String variable : SCRIPT_VARIABLES) {
            places.add(wordsOf(variable, container));
        }
        for (String variable : LAST_RESORTS) {
            places.add(wordsOf(variable, container));
        }
        @Nullable Words share = null;
        for (List<Located<Value<String>>> words : places) {
            if (lastWith(HEAP_OPTIONS, words) != null) {
                return null;
            }
            share = share == null ? lastWith(SHARE_OPTIONS, words) : share;
        }
        try {
            return share == null ? null : share.at.with(Double.valueOf(unquoted(share.value)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The maximum of a Java heap, by the strongest place that sets one. */
    private static @Nullable DeclaredMemory heap(Container container, StartCommand command) {
        @Nullable Words strongest = heapIn(BEFORE_ALL, container);
        if (strongest == null) {
            strongest = lastWith(HEAP_OPTIONS, command.arguments());
        }
        if (strongest == null) {
            for (String variable : SCRIPT_VARIABLES) {
                @Nullable Words other = heapIn(variable, container);
                if (strongest != null && other != null && !strongest.value.equals(other.value)) {
                    return null;
                }
                strongest = strongest == null ? other : strongest;
            }
        }
        for (int i = 0; strongest == null && i < LAST_RESORTS.size(); i++) {
            strongest = heapIn(LAST_RESORTS.get(i), container);
        }
        return strongest == null ? null : strongest.read(MemoryUnit.JVM);
    }

    private static @Nullable Words heapIn(String variable, Container container) {
        return lastWith(HEAP_OPTIONS, wordsOf(variable, container));
    }

    private static @Nullable DeclaredMemory node(Container container, StartCommand command) {
        @Nullable Words found = node(command.arguments());
        if (found == null) {
            found = node(wordsOf(NODE_VARIABLE, container));
        }
        return found == null ? null : found.read(MemoryUnit.MEBIBYTES);
    }

    private static @Nullable Words node(List<Located<Value<String>>> words) {
        for (String option : NODE_OPTIONS) {
            @Nullable Words found = option(option, words);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * An amount as written.
     *
     * @param name what to quote
     * @param value the amount; empty if it is not known
     */
    private record Words(String name, String value, Located<?> at) {
        @Nullable
        DeclaredMemory read(MemoryUnit unit) {
            @Nullable ByteSize bytes = unit.parse(unquoted(value)).orElse(null);
            return bytes == null ? null : new DeclaredMemory(name, at.with(bytes));
        }
    }

    /** Quotes in the list form of a command, or in an unquoted variable, reach the program, which takes them off. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The value of the last option of a name, behind it or behind its equals sign. */
    private static @Nullable Words option(String name, List<Located<Value<String>>> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = known(words.get(i));
            if (word.equals(name) && i + 1 < words.size()) {
                String value = known(words.get(i + 1));
                return new Words(name + " " + value, value, words.get(i + 1));
            }
            // the second is a word of a list that redis-server takes apart; see CommandLine.option
            if (word.startsWith(name + "=") || word.startsWith(name + " ")) {
                return new Words(word, word.substring(name.length() + 1), words.get(i));
            }
            // the amount itself may be unknown: a weaker place does not count then
            if (words.get(i).value().raw().startsWith(name + "=")) {
                return new Words(name, "", words.get(i));
            }
        }
        return null;
    }

    private static @Nullable Words lastWith(List<String> prefixes, List<Located<Value<String>>> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (known(words.get(i)).isEmpty() && words.get(i).value().raw().startsWith("$")) {
                // may hold the option
                return new Words("", "", words.get(i));
            }
            for (String prefix : prefixes) {
                if (words.get(i).value().raw().startsWith(prefix)
                        || known(words.get(i)).startsWith(prefix)) {
                    String word = known(words.get(i));
                    String value = word.length() > prefix.length() ? word.substring(prefix.length()) : "";
                    return new Words(word, value, words.get(i));
                }
            }
        }
        return null;
    }

    private static @Nullable Words variable(String name, Container container) {
        @Nullable Located<Value<String>> set = container.located(name).orElse(null);
        if (set == null) {
            return null;
        }
        String value = known(set);
        return new Words(name + "=" + value, value, set);
    }

    /** The words of a variable's value. Of a value that is not known in whole, what is written out is known. */
    private static List<Located<Value<String>>> wordsOf(String variable, Container container) {
        @Nullable Located<Value<String>> set = container.located(variable).orElse(null);
        if (set == null) {
            return List.of();
        }
        List<Located<Value<String>>> words = new ArrayList<>();
        Optional<String> known = set.value().known();
        String text = known.isPresent() ? known.get() : set.value().raw();
        for (String word : text.split(" ", -1)) {
            boolean isKnown = known.isPresent() || word.indexOf('$') < 0;
            Value<String> value = isKnown
                    ? new Value.Literal<>(word, word)
                    : new Value.Interpolated<>(word, List.of(), Optional.empty());
            words.add(set.with(value));
        }
        return words;
    }

    private static String known(Located<Value<String>> word) {
        return word.value().known().orElse("");
    }
}
