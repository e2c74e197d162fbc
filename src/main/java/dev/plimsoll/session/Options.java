package dev.plimsoll.session;

import dev.plimsoll.engine.Flags;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to read, and by which rules it judges it. Paths are as they were written, from the working directory.
 *
 * @param paths files and directories to lint, {@code -} for standard input; empty for the working directory and, if there
 *     is nothing in it, the project above it
 * @param files files that make one project, merged in this order, in place of paths
 * @param envFiles files of variables in place of {@code .env}
 * @param environment whether the process environment sets variables too, and wins over files
 * @param allowPartial whether what {@code include} and {@code extends} do not find is left out instead of an error
 * @param inputName the name that standard input has in reports
 * @param embedded whether a search of directories takes files that may hold commands, too
 * @param rules which rules run, and what is known of the host
 * @param config the configuration of all files; empty to search the one of each
 * @param isolated whether to do without any configuration
 * @param baseline the baseline of all files; empty for those that configurations name
 * @param unsafeFixes whether fixes are made that change what a running container does
 */
public record Options(
        List<String> paths,
        List<String> files,
        List<String> envFiles,
        boolean environment,
        boolean allowPartial,
        String inputName,
        boolean embedded,
        Flags rules,
        Optional<String> config,
        boolean isolated,
        Optional<String> baseline,
        boolean unsafeFixes) {
    /** What standard input is called if nobody says what it is. */
    public static final String COMPOSE_INPUT = "compose.yaml";

    /** What it is called if it turns out to hold docker commands. */
    static final String COMMAND_INPUT = "stdin.sh";

    /** What it is called if it turns out to be Markdown. */
    static final String MARKDOWN_INPUT = "stdin.md";

    /** What standard input is called if it begins as a Dockerfile. */
    static final String DOCKERFILE_INPUT = "Dockerfile";

    /** What it is called if it turns out to show a terminal: what has no extension is looked into. */
    static final String SESSION_INPUT = "stdin";

    /** The path that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Copies the lists. */
    public Options {
        paths = List.copyOf(paths);
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
    }

    /** The same of one project of these files. */
    Options of(List<String> together) {
        return new Options(
                List.of(),
                together,
                List.of(),
                environment,
                true,
                inputName,
                embedded,
                rules,
                config,
                isolated,
                baseline,
                unsafeFixes);
    }

    /** The same on a host of this memory, unless the user says how much it has. */
    public Options onHost(Optional<ByteSize> memory) {
        if (memory.isEmpty() || rules.hostMemory().isPresent()) {
            return this;
        }
        Flags known = new Flags(
                rules.profile(),
                rules.select(),
                rules.ignore(),
                Optional.of(Long.toString(memory.get().bytes())),
                rules.ignores(),
                rules.foreignIgnores());
        return new Options(
                paths,
                files,
                envFiles,
                environment,
                allowPartial,
                inputName,
                embedded,
                known,
                config,
                isolated,
                baseline,
                unsafeFixes);
    }

    /** The paths, or the working directory where there are none. */
    public List<String> pathsOrDirectory() {
        return paths.isEmpty() ? List.of(".") : paths;
    }

    /** The memory of the host; empty if it is not known. */
    public Optional<ByteSize> hostMemory() {
        Optional<String> spelled = rules.hostMemory();
        return spelled.isEmpty() ? Optional.empty() : SizeGrammar.docker(spelled.get());
    }
}
