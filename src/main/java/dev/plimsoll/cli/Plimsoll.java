package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.files.FileFailure;
import dev.plimsoll.report.RulePages;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: chooses the command, runs it, and makes an exit code of whatever happens. */
final class Plimsoll {
    private static final String DEFAULT_COMMAND = "check";
    private static final String REPORT_TO = RulePages.PROJECT + "/issues";

    private final Streams streams;
    private final File directory;
    private final Map<String, String> environment;
    /** What failed in parts of the run, which went on. */
    private final List<Defect> defects = new ArrayList<>();

    /**
     * A run of the program.
     *
     * @param directory the working directory
     * @param environment the process environment; asked for colours, the terminal, the roots of GitHub and GitLab,
     *     and with {@code --env} for variables
     */
    Plimsoll(Streams streams, File directory, Map<String, String> environment) {
        this.streams = streams;
        this.directory = directory;
        this.environment = environment;
    }

    int run(String... args) {
        int code = guarded(args);
        if (defects.isEmpty()) {
            return code;
        }
        tellDefects();
        return ExitCode.DEFECT;
    }

    /** Each cause once: what fails on one file often fails on many. */
    private void tellDefects() {
        Set<String> told = new HashSet<>();
        for (Defect defect : defects) {
            if (told.add(defect.cause())) {
                int more = -1;
                for (Defect other : defects) {
                    more += other.cause().equals(defect.cause()) ? 1 : 0;
                }
                defect(defect.line() + (more == 0 ? "" : ", and " + more + " more of this kind"));
            }
        }
    }

    private int guarded(String... args) {
        try {
            return dispatch(args);
        } catch (UsageException e) {
            if (e.isPlaced()) {
                streams.complain(e.problem());
                return ExitCode.USAGE;
            }
            return usage(e.problem());
        } catch (ParameterException e) {
            return usage(describe(e));
        } catch (IOException e) {
            return failed(e);
        } catch (OutOfMemoryError e) {
            streams.complain("plimsoll: not enough memory for this input");
            return ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            StackTraceElement[] trace = e.getStackTrace();
            return defect(e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    /** What could not be read, or is not written. */
    private int failed(IOException e) {
        if (e instanceof UnwrittenException unwritten && unwritten.readerLeft()) {
            return ExitCode.READER_LEFT;
        }
        String what = e instanceof UnwrittenException
                ? String.valueOf(e.getMessage())
                : "cannot read the input: " + FileFailure.reason(e);
        streams.complain("plimsoll: " + what);
        return ExitCode.USAGE;
    }

    /** Tells a defect of our own on one line. */
    private int defect(String what) {
        streams.complain("plimsoll: a defect of plimsoll itself (" + what + "); please report it at " + REPORT_TO);
        return ExitCode.DEFECT;
    }

    private int usage(String problem) {
        streams.complain("plimsoll: " + problem + "; see plimsoll --help");
        return ExitCode.USAGE;
    }

    private static String describe(ParameterException e) {
        String message = e.getMessage() == null ? "wrong usage" : e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String option = unmatched.getUnmatched().get(0);
            List<String> close = unmatched.getSuggestions();
            String hint = close.isEmpty() ? "" : ", did you mean " + close.get(0) + "?";
            return "unknown option " + option + hint;
        }
        int lineEnd = message.indexOf('\n');
        String line = lineEnd < 0 ? message : message.substring(0, lineEnd);
        return line.isEmpty() ? "wrong usage" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    private int dispatch(String[] args) throws UsageException, IOException {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") || first.equals("-V")) {
            streams.print("plimsoll " + Version.text() + "\n");
            return ExitCode.OK;
        }
        if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
            streams.print(Help.overview());
            return ExitCode.OK;
        }
        boolean named = Help.isCommand(first);
        String command = named ? first : DEFAULT_COMMAND;
        // our options are words: picocli would load java.sql, java.time and more to be ready for others
        System.setProperty("picocli.converters.excludes", "java[.].*");
        if (command.equals(DEFAULT_COMMAND) && mentionsProgram(args)) {
            int program = DockerWords.begin(args, named ? 1 : 0, directory);
            if (program >= 0) {
                return check(
                        Arrays.copyOfRange(args, named ? 1 : 0, program),
                        List.of(Arrays.copyOfRange(args, program, args.length)));
            }
        }
        String[] rest = named ? Arrays.copyOfRange(args, 1, args.length) : args;
        CommandSpec spec = Help.spec(command);
        ParseResult parsed = new picocli.CommandLine(spec).parseArgs(rest);
        if (parsed.hasMatchedOption("--help")) {
            streams.print(Help.of(spec));
            return ExitCode.OK;
        }
        return switch (command) {
            case "fix" -> new FixCommand(streams, directory, environment, defects).run(parsed);
            case "explain" -> new ExplainCommand(streams, RuleCatalog.builtIn()).run(parsed);
            case "rules" -> new RulesCommand(streams, RuleCatalog.builtIn()).run(parsed);
            case "init" -> new InitCommand(streams, directory, environment, defects).run(parsed);
            case "config" -> new ConfigCommand(streams).run(parsed);
            case "completion" -> new CompletionCommand(streams, RuleCatalog.builtIn()).run(parsed);
            case "model" -> new ModelCommand(streams, directory, environment, defects).run(parsed);
            case "budget" -> new BudgetCommand(streams, directory, environment, defects).run(parsed);
            default -> check(parsed, List.of());
        };
    }

    /** Whether a docker command may be among the words: most runs need no closer look. */
    private static boolean mentionsProgram(String[] args) {
        for (String word : args) {
            if (word.endsWith("docker") || word.endsWith("podman") || word.endsWith(".exe")) {
                return true;
            }
        }
        return false;
    }

    /** Lints a docker command; what stands before it are options of our own. */
    private int check(String[] options, List<String> given) throws UsageException, IOException {
        ParseResult parsed = new picocli.CommandLine(CheckCommand.spec()).parseArgs(options);
        return check(parsed, given);
    }

    private int check(ParseResult parsed, List<String> given) throws UsageException, IOException {
        return new CheckCommand(streams, directory, environment, given, defects).run(parsed);
    }
}
