package dev.plimsoll.cli;

import dev.plimsoll.config.Config;
import dev.plimsoll.config.ConfigText;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.files.Checkout;
import dev.plimsoll.report.Printable;
import dev.plimsoll.report.Summary;
import dev.plimsoll.session.Adoption;
import dev.plimsoll.session.ConfigFiles;
import dev.plimsoll.session.Observer;
import dev.plimsoll.session.Options;
import dev.plimsoll.session.Projects;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.suppress.Baseline;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll init}: writes a configuration, and a baseline of what is found today. */
final class InitCommand {
    private static final String BASELINE_KEY = "baseline: " + Baseline.DEFAULT_NAME;
    private static final String EXCLUDE_KEY = "exclude:";

    private static final String CONFIG = """
            # What Plimsoll finds here, and what it leaves out. Every key: plimsoll config schema

            # default, or strict with hardening and hygiene that most files lack
            profile: default

            # The severity from which on the exit code is 1: error, warning, info or never
            fail-on: warning

            @EXCLUDE@
            # Registries that mirror Docker Hub, with what stands before its names there
            #mirrors:
            #  - registry.example.com/hub

            # Rules by id: their severity, whether they run, their options (plimsoll explain RULE)
            #rules:
            #  swap-limit-missing:
            #    severity: info
            #    minimum: 512m
            #  ephemeral-database:
            #    enabled: true

            # Findings that are left out. All but the rule may be missing.
            #ignore:
            #  - rule: tmpfs-unbounded
            #    path: legacy/
            #    container: importer
            #    reason: replaced by the new importer
            #    expires: 2030-12-31

            # Settings for some files or containers
            #overrides:
            #  - paths: ["compose.test*.yaml"]
            #    rules:
            #      tmpfs-on-data-path: {enabled: false}

            # Findings that were there when this project took up Plimsoll: plimsoll init --baseline
            """;

    private static final String EXCLUDE = """
            # Files that are not linted, as in .gitignore
            #exclude:
            #  - legacy/
            #  - "*.generated.yaml"

            """;

    /** What a pattern has a meaning of its own for, or does not take. */
    private static final String IN_PATTERNS = "[]{}\\*?\"";

    private final Streams streams;
    private final File directory;
    private final Projects projects;
    private final List<Defect> defects;

    /**
     * A run of the command.
     *
     * @param defects takes what fails in Plimsoll itself
     */
    InitCommand(Streams streams, Projects projects, List<Defect> defects) {
        this.streams = streams;
        this.projects = projects;
        this.directory = projects.inputs().directory();
        this.defects = defects;
    }

    /**
     * Runs it.
     *
     * @param withBaseline whether to record the findings of today
     * @param force whether to write the configuration even if there is one
     */
    int run(boolean withBaseline, boolean force) throws UsageException, InputException, IOException {
        File present = ConfigFiles.in(directory, projects.inputs().boundary().view());
        File config = present == null ? new File(directory, ConfigFiles.NAMES.get(0)) : present;
        boolean fresh = present == null || force;
        if (withBaseline) {
            return adopt(config, fresh);
        }
        if (!fresh) {
            throw new UsageException("there is a " + config.getName() + " already; --force writes it anew");
        }
        ReportFile.of(config, new Checkout(directory)).write(fresh(Map.of(), "#" + BASELINE_KEY));
        streams.print("wrote " + config.getName() + "\n");
        return ExitCode.OK;
    }

    private int adopt(File config, boolean fresh) throws UsageException, InputException, IOException {
        if (projects.options().paths().contains(Options.STANDARD_INPUT)) {
            throw new UsageException("init --baseline reads files, not standard input");
        }
        @Nullable String present = fresh ? null : text(config);
        ConfigFiles configs = fresh ? ConfigFiles.none(projects.inputs()) : ConfigFiles.nearest(projects.inputs());
        Optional<File> named = fresh ? Optional.empty() : named(configs, config);
        File file = named.orElse(new File(directory, Baseline.DEFAULT_NAME));
        Observer watcher = streams.errTerminal() ? Watcher.of(streams, null, false) : null;
        Adoption adoption = new Adoption(
                projects,
                config,
                file,
                unreadable -> present == null
                        ? fresh(unreadable, BASELINE_KEY)
                        : added(present, unreadable, named.isPresent()),
                watcher);
        if (!adoption.look()) {
            if (adoption.above().isPresent()) {
                throw new UsageException(
                        "the Compose file here is " + adoption.above().get() + ": run init in its directory");
            }
            return tellWhatToAdd(config, adoption.unreadable(), named.isPresent());
        }
        if (!adoption.defects().isEmpty()) {
            defects.addAll(adoption.defects());
            return ExitCode.DEFECT;
        }
        if (adoption.isEmpty()) {
            return nothing(config, fresh);
        }
        for (InputError error : adoption.errors()) {
            streams.complain(error);
        }
        if (adoption.files() == 0
                && adoption.unreadable().isEmpty()
                && !adoption.errors().isEmpty()) {
            // a name with a mistake in it
            return ExitCode.USAGE;
        }
        write(adoption, config, present, file, named.isPresent());
        return adoption.errors().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    /** Without a file there is nothing to record, and a baseline that is named must be there. */
    private int nothing(File config, boolean fresh) throws IOException {
        if (fresh) {
            ReportFile.of(config, new Checkout(directory)).write(fresh(Map.of(), "#" + BASELINE_KEY));
            streams.print("wrote " + config.getName() + "\n");
        }
        Notices.nothing(projects.options(), streams);
        return ExitCode.NOTHING;
    }

    /** The baseline first: a configuration that names one which is not there stops every run. */
    private void write(Adoption adoption, File config, @Nullable String present, File file, boolean named)
            throws IOException {
        Checkout checkout = new Checkout(directory);
        (named ? ReportFile.namedIn(directory, file, checkout) : ReportFile.of(file, checkout))
                .write(adoption.baseline().text());
        StringBuilder said = new StringBuilder();
        try {
            if (!adoption.text().equals(present)) {
                ReportFile.of(config, checkout).write(adoption.text());
                said.append(present == null ? "wrote " : "added to ")
                        .append(config.getName())
                        .append('\n');
            }
        } finally {
            said.append("wrote ")
                    .append(projects.inputs().file(file.getPath()).shown())
                    .append(" with ")
                    .append(Summary.counted(adoption.baseline().size(), "finding"))
                    .append(" in ")
                    .append(Summary.counted(adoption.files(), "file"))
                    .append('\n');
            for (Map.Entry<String, String> left : adoption.unreadable().entrySet()) {
                said.append("excluded ")
                        .append(Printable.path(left.getKey()))
                        .append(", which cannot be read: ")
                        .append(Printable.line(left.getValue()))
                        .append('\n');
            }
            streams.print(said);
        }
    }

    /** The text of a configuration, which ends as it began. */
    private String text(File config) throws InputException {
        try {
            SourceFile source = SourceReader.read(
                    config, projects.inputs().file(config.getPath()).shown());
            return source.hasByteOrderMark() ? "\uFEFF" + source.text() : source.text();
        } catch (UnreadableSourceException e) {
            throw new InputException(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
    }

    /** A configuration as this command writes it. */
    private static String fresh(Map<String, String> unreadable, String baseline) {
        String exclude = EXCLUDE;
        if (!unreadable.isEmpty()) {
            StringBuilder key =
                    new StringBuilder("# Files that are not linted, as in .gitignore\n" + EXCLUDE_KEY + "\n");
            for (String line : items(unreadable)) {
                key.append("  ").append(line).append('\n');
            }
            exclude = key.append('\n').toString();
        }
        return CONFIG.replace("@EXCLUDE@\n", exclude) + baseline + "\n";
    }

    /** A configuration with what it lacks; null if it is in a form that takes no addition. */
    private static @Nullable String added(String present, Map<String, String> unreadable, boolean named) {
        @Nullable String text = present;
        if (!unreadable.isEmpty()) {
            text = ConfigText.with(present, EXCLUDE_KEY, items(unreadable));
        }
        return text == null || named ? text : ConfigText.with(text, BASELINE_KEY);
    }

    private int tellWhatToAdd(File config, Map<String, String> unreadable, boolean named) {
        streams.complain("plimsoll: " + config.getName()
                + " is in a form that init cannot add to: add this, and run init --baseline again");
        if (!named) {
            streams.complain(BASELINE_KEY);
        }
        if (!unreadable.isEmpty()) {
            streams.complain(EXCLUDE_KEY);
            for (String line : items(unreadable)) {
                streams.complain("  " + line);
            }
        }
        return ExitCode.USAGE;
    }

    /** The items of {@code exclude}, each below a comment with the reason. */
    private static List<String> items(Map<String, String> unreadable) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> file : unreadable.entrySet()) {
            lines.add("# cannot be read: " + Printable.line(file.getValue()));
            lines.add("- \"" + pattern(file.getKey()) + "\"");
        }
        return lines;
    }

    /** A pattern for one file: what a pattern would read otherwise may be any one character. */
    private static String pattern(String path) {
        StringBuilder pattern = new StringBuilder("/");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            pattern.append(IN_PATTERNS.indexOf(c) < 0 && isVisible(c) ? c : '?');
        }
        return pattern.toString();
    }

    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The baseline that a configuration in the working directory names. */
    private static Optional<File> named(ConfigFiles configs, File config) throws InputException {
        Config read = configs.ofPath(config.getName());
        return read == null || read.baseline().isEmpty()
                ? Optional.empty()
                : Optional.of(read.baseline().get().file());
    }
}
