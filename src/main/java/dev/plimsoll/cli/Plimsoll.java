package dev.plimsoll.cli;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.files.FileFailure;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.report.budget.BudgetFormat;
import dev.plimsoll.session.InputFiles;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Projects;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The program: chooses the command, runs it, and makes an exit code of whatever happens. */
final class Plimsoll {
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
            return misused(e, args);
        } catch (InputException e) {
            // a configuration or baseline that cannot be obeyed
            for (InputError error : e.errors()) {
                streams.complain(error);
            }
            return ExitCode.USAGE;
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

    private int misused(UsageException e, String... args) {
        List<String> problems = e.problems();
        int last = problems.size() - 1;
        for (int i = 0; i < last; i++) {
            streams.complain("plimsoll: " + problems.get(i));
        }
        String command = e.ofCommand() ? command(args) + " " : "";
        streams.complain("plimsoll: " + problems.get(last) + "; see plimsoll " + command + "--help");
        return ExitCode.USAGE;
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

    /** The command that the words call. */
    private static String command(String... args) {
        String first = args.length == 0 ? "" : args[0];
        return CommandSpecs.isCommand(first) ? first : CommandSpecs.DEFAULT;
    }

    private int dispatch(String[] args) throws UsageException, InputException, IOException {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") || first.equals("-V")) {
            streams.print("plimsoll " + Version.text() + "\n");
            return ExitCode.OK;
        }
        if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
            return help(args);
        }
        boolean named = CommandSpecs.isCommand(first);
        if (!named && mayBeCommand(first)) {
            refuseMisspelt(first);
        }
        String command = command(args);
        if (command.equals(CommandSpecs.DEFAULT) && mentionsProgram(args)) {
            int program = DockerWords.begin(args, named ? 1 : 0, directory);
            if (program >= 0) {
                // what stands before it are options of our own
                OptionsParser words = new OptionsParser(command, Arrays.copyOfRange(args, named ? 1 : 0, program));
                return check(words, List.of(Arrays.copyOfRange(args, program, args.length)));
            }
        }
        OptionsParser words = new OptionsParser(command, named ? Arrays.copyOfRange(args, 1, args.length) : args);
        if (words.has("--help")) {
            streams.print(Help.of(command));
            return ExitCode.OK;
        }
        if (!named && !words.paths().isEmpty()) {
            refuseLateCommand(words.paths().get(0));
        }
        return switch (command) {
            case "fix" -> fix(words.fix());
            case "explain" ->
                new ExplainCommand(streams, RuleCatalog.builtIn(), environment)
                        .run(words.argument("the id of a rule, such as tmpfs-unbounded"));
            case "rules" -> new RulesCommand(streams, RuleCatalog.builtIn()).run(words.value("--output", "table"));
            case "init" ->
                new InitCommand(streams, projects(words.options()), defects)
                        .run(words.has("--baseline"), words.has("--force"));
            case "config" ->
                new ConfigCommand(streams, new InputFiles(directory, FileView.DISK, environment, streams.in()))
                        .run(words.argument("a word behind it: schema, import"), words.second());
            case "completion" ->
                new CompletionCommand(streams, RuleCatalog.builtIn())
                        .run(words.argument("the name of a shell: bash, zsh or fish"));
            case "lsp" -> new LspCommand(streams, directory, environment).run();
            case "inspect" -> inspect(words);
            case "model" -> new ModelCommand(streams, projects(words.options()), defects).run();
            case "budget" ->
                new BudgetCommand(streams, projects(words.options()), environment, defects)
                        .run(
                                words.value(
                                        "--output",
                                        (streams.terminal() ? BudgetFormat.TEXT : BudgetFormat.TABLE).label()),
                                words.value("--color", "auto"),
                                words.asked());
            default -> check(words, List.of());
        };
    }

    private int help(String... args) throws UsageException, IOException {
        if (args.length < 2) {
            streams.print(Help.overview());
            return ExitCode.OK;
        }
        if (!CommandSpecs.isCommand(args[1])) {
            refuseMisspelt(args[1]);
            throw UsageException.noCommand("unknown command \"" + args[1] + "\"");
        }
        streams.print(Help.of(args[1]));
        return ExitCode.OK;
    }

    /** Whether a word looks like a command: letters, and no file has that name. Most file names contain a dot. */
    private boolean mayBeCommand(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c != '-' || i == 0)) {
                return false;
            }
        }
        return !word.isEmpty() && !FilePath.resolve(directory, word).exists();
    }

    private static void refuseMisspelt(String word) throws UsageException {
        List<String> meant = Habits.commands(word);
        if (meant.isEmpty() && RuleCatalog.builtIn().find(word).isPresent()) {
            meant = List.of("explain " + word);
        }
        if (meant.isEmpty()) {
            @Nullable String closest = DidYouMean.closest(word, CommandSpecs.firstWords());
            meant = closest == null ? List.of() : List.of(closest);
        }
        if (!meant.isEmpty()) {
            throw UsageException.noCommand(
                    "unknown command \"" + word + "\", did you mean \"" + String.join("\" or \"", meant) + "\"?");
        }
    }

    /** Refuses a command behind options, and a misspelt one: as paths they would be looked for in vain. */
    private void refuseLateCommand(String path) throws UsageException {
        if (mayBeCommand(path)) {
            if (CommandSpecs.isCommand(path)) {
                throw UsageException.noCommand("the command comes first: plimsoll " + path + " [OPTIONS] [PATH...]");
            }
            refuseMisspelt(path);
        }
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

    private int fix(FixOptions options) throws InputException, IOException {
        return new FixCommand(streams, projects(options.run()), defects).run(options);
    }

    /** Lints files, or a docker command that was given in words. */
    private int check(OptionsParser words, List<String> given) throws UsageException, InputException, IOException {
        CheckOptions options = words.check();
        return new CheckCommand(streams, projects(options.run()), given, environment, defects).run(options);
    }

    /** Lints what runs. */
    private int inspect(OptionsParser words) throws UsageException, InputException, IOException {
        CheckOptions options = words.check();
        Projects projects = projects(options.run());
        return new InspectCommand(streams, projects, environment, defects).run(options, words.asked());
    }

    /** The projects of these options, on disk. */
    private Projects projects(Options options) {
        return new Projects(new InputFiles(directory, FileView.DISK, environment, streams.in()), options);
    }
}
