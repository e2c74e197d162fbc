package dev.plimsoll.host;

import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of GitHub workflows and actions ({@code run:} of a step) and of GitLab pipelines ({@code script:} of a job,
 * each entry a script of its own), and the containers of a GitHub job, which its runner makes with
 * {@code docker create}. An expression in <code>${{ }}</code> is unknown. Other pipelines' includes are not
 * followed.
 */
final class WorkflowReader {
    private static final String CREATE = "docker create ";

    private final SourceFile file;
    private final List<ShellCommand> found = new ArrayList<>();
    /** Nodes read, since an anchored script is run in many jobs and written once. */
    private final Set<YamlNode> read = new HashSet<>();

    WorkflowReader(SourceFile file) {
        this.file = file;
    }

    /** The commands; none if the file is no YAML, which is for others to say. */
    List<ShellCommand> read() {
        List<YamlNode> roots;
        try {
            roots = YamlParser.parse(file);
        } catch (YamlSyntaxException e) {
            return List.of();
        }
        for (YamlNode node : roots) {
            if (followed(node) instanceof YamlMapping root) {
                workflow(root);
            }
        }
        return found;
    }

    private void workflow(YamlMapping root) {
        YamlNode jobs = get(root, "jobs");
        YamlNode runs = get(root, "runs");
        String shell = defaultShell(root);
        if (jobs instanceof YamlMapping map) {
            for (YamlMapping.Entry job : map.entries()) {
                if (followed(job.value()) instanceof YamlMapping written) {
                    job(written, shell);
                }
            }
        } else if (runs instanceof YamlMapping action) {
            steps(action, shell);
        } else {
            pipeline(root);
        }
    }

    private void job(YamlMapping job, String shell) {
        String own = defaultShell(job);
        boolean windows = text(get(job, "runs-on")).toLowerCase(Locale.ROOT).startsWith("windows");
        String inherited = !own.isEmpty() ? own : shell;
        container(get(job, "container"), true);
        if (get(job, "services") instanceof YamlMapping services) {
            for (YamlMapping.Entry service : services.entries()) {
                container(followed(service.value()), false);
            }
        }
        steps(job, inherited.isEmpty() && windows ? "pwsh" : inherited);
    }

    /**
     * A container of a job. Source: docs.github.com, workflow syntax, jobs.&lt;job_id&gt;.container and .services: the
     * options are those of docker create, volumes, env and ports its flags. actions/runner ContainerOperationProvider.cs: a
     * job's own container waits, and does not run what its image would.
     *
     * @param waits whether it is a job's own
     */
    private void container(@Nullable YamlNode node, boolean waits) {
        if (!(node instanceof YamlMapping container)
                || !(get(container, "image") instanceof YamlScalar image)
                || !read.add(container)) {
            return;
        }
        // where nothing can be added to the command: what it begins with is written nowhere
        Location outside = image.location();
        ShellCommand written = get(container, "options") instanceof YamlScalar options
                        && !options.value().isBlank()
                ? create(options)
                : null;
        YamlWords flags = new YamlWords(WorkflowReader::withoutExpressions, Quote.NONE);
        flags.options("--volume", get(container, "volumes"));
        flags.options("--publish", get(container, "ports"));
        flags.variables(get(container, "env"));
        if (written == null && flags.words().isEmpty()) {
            return;
        }
        List<Word> words = new ArrayList<>();
        words.add(Word.standingFor("docker", outside));
        words.add(Word.standingFor("create", outside));
        words.addAll(flags.words());
        if (written != null) {
            words.addAll(written.words().subList(2, written.words().size()));
        }
        if (waits) {
            words.add(Word.standingFor("--entrypoint", outside));
            words.add(Word.standingFor("tail", outside));
        }
        words.add(new Word(withoutExpressions(image.text()), outside, Quote.NONE));
        found.add(new ShellCommand(
                words,
                List.of(),
                Continuation.BACKSLASH,
                written == null ? new Location(file, Span.at(outside.span().start())) : written.at()));
    }

    /** The command that the options would stand in; null if they are more than one command's. */
    private static @Nullable ShellCommand create(YamlScalar options) {
        Text written = withoutExpressions(options.text());
        int start = written.location().span().start();
        Text.Builder command = Text.builder(written.file(), start);
        for (int i = 0; i < CREATE.length(); i++) {
            command.written(CREATE.charAt(i), start, start);
        }
        for (int i = 0; i < written.length(); i++) {
            command.copy(written, i);
        }
        List<ShellCommand> commands = ShellReader.read(command.build(), ShellDialect.POSIX);
        return commands.size() == 1 ? commands.get(0) : null;
    }

    private static String defaultShell(YamlMapping mapping) {
        YamlNode run = get(mapping, "defaults") instanceof YamlMapping defaults ? get(defaults, "run") : null;
        return run instanceof YamlMapping settings ? text(get(settings, "shell")) : "";
    }

    private void steps(YamlMapping job, String inherited) {
        if (!(get(job, "steps") instanceof YamlSequence steps)) {
            return;
        }
        for (YamlNode item : steps.items()) {
            if (followed(item) instanceof YamlMapping step && get(step, "run") instanceof YamlScalar run) {
                String own = text(get(step, "shell"));
                ShellDialect dialect = dialect(own.isEmpty() ? inherited : own);
                if (dialect != null) {
                    script(run, dialect);
                }
            }
        }
    }

    /** The dialect of a {@code shell:}, which may have arguments; null for what is no shell, such as python. */
    private static @Nullable ShellDialect dialect(String shell) {
        if (shell.isEmpty()) {
            return ShellDialect.POSIX;
        }
        int blank = shell.indexOf(' ');
        return Shebang.named(blank < 0 ? shell : shell.substring(0, blank));
    }

    private void pipeline(YamlMapping root) {
        scripts(root);
        for (YamlMapping.Entry entry : root.entries()) {
            boolean isJob = !text(entry.key()).equals("variables");
            if (isJob && followed(entry.value()) instanceof YamlMapping job) {
                scripts(job);
            }
        }
    }

    private void scripts(YamlMapping job) {
        for (YamlMapping.Entry entry : job.entries()) {
            String key = text(entry.key());
            if (key.equals("script") || key.equals("before_script") || key.equals("after_script")) {
                lines(followed(entry.value()));
            }
        }
    }

    private void lines(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            script(scalar, ShellDialect.POSIX);
        } else if (node instanceof YamlSequence sequence && !sequence.tag().isPresent() && read.add(sequence)) {
            for (YamlNode item : sequence.items()) {
                lines(followed(item));
            }
        }
    }

    private void script(YamlScalar scalar, ShellDialect dialect) {
        if (read.add(scalar)) {
            found.addAll(ShellReader.read(withoutExpressions(scalar.text()), dialect));
        }
    }

    /** The text with an unknown part for each expression. */
    private static Text withoutExpressions(Text text) {
        String value = text.value();
        int open = value.indexOf("${{");
        if (open < 0) {
            return text;
        }
        Text.Builder out = Text.builder(text.file(), text.location().span().start());
        int i = 0;
        while (i < value.length()) {
            int close = i == open ? value.indexOf("}}", i) : -1;
            if (close >= 0) {
                out.unknown(text.span(i, close + 2));
                i = close + 2;
                open = value.indexOf("${{", i);
            } else {
                out.copy(text, i);
                i++;
                open = i > open && open >= 0 && close < 0 ? -1 : open;
            }
        }
        return out.build();
    }

    private static YamlNode followed(YamlNode node) {
        return node instanceof YamlAlias alias ? alias.target() : node;
    }

    private static @Nullable YamlNode get(YamlMapping mapping, String key) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (text(entry.key()).equals(key)) {
                return followed(entry.value());
            }
        }
        return null;
    }

    private static String text(@Nullable YamlNode node) {
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
