package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a run without findings loads. Start-up is most of its time, and grows with every class; the tests would not notice if
 * it doubled. Counting classes does not depend on how busy the machine is; src/bench/startup.sh --guard takes the time.
 */
class StartUpTest {
    private static final String FILE = "testdata/bench/compose.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temporary;

    private static final TreeSet<String> LOADED = new TreeSet<>();

    @BeforeAll
    static void runOnce() throws IOException, InterruptedException {
        LOADED.addAll(run(Path.of(FILE)));
        // what the JVM loads for itself, whatever it runs
        LOADED.removeAll(classes("-version"));
    }

    private static List<String> run(Path... files) throws IOException, InterruptedException {
        return check(
                Stream.of(files).map(file -> file.toAbsolutePath().toString()).toArray(String[]::new));
    }

    /** What a check with these words loads. */
    private static List<String> check(String... words) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-cp", absolute(System.getProperty("java.class.path")), Main.class.getName()));
        arguments.add("check");
        arguments.addAll(List.of(words));
        return classes(arguments.toArray(String[]::new));
    }

    /** The classes that a JVM loads with these arguments. */
    private static List<String> classes(String... arguments) throws IOException, InterruptedException {
        Path output = temporary.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // relative, as the option takes a colon for the end of the name
                "-Xlog:class+load:file=classes.txt:none"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                // with findings or without
                .isBetween(0, 1);
        List<String> classes = new ArrayList<>();
        for (String line : Files.readAllLines(temporary.resolve("classes.txt"))) {
            classes.add(line.substring(0, line.indexOf(' ')));
        }
        return classes;
    }

    private static String absolute(String classPath) {
        StringBuilder out = new StringBuilder();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            out.append(out.length() == 0 ? "" : File.pathSeparator).append(new File(entry).getAbsolutePath());
        }
        return out.toString();
    }

    private static List<String> loaded(String prefix) {
        return LOADED.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Test
    void theRunWasWhole() {
        assertThat(LOADED)
                .contains(
                        "dev.plimsoll.compose.ProjectLoader",
                        "dev.plimsoll.rule.tmpfs.TmpfsUnbounded",
                        "dev.plimsoll.engine.Linter");
    }

    @ParameterizedTest
    @CsvSource({
        "org.everit., the validator is for files that are wrong",
        "org.json., it serves the validator",
        "org.commonmark., there is no Markdown",
        "org.eclipse., no editor is served",
        "com.google., nor is it",
        "dev.plimsoll.lsp., nor is it",
        "org.apache.commons., distances between words are for suggestions",
        "java.lang.reflect.Proxy, an annotation of picocli makes one",
        "sun.reflect.annotation.AnnotationInvocationHandler, nothing of ours is annotated for the run",
        "java.lang.runtime., the hash or text of a record is made at its first use: write one by hand",
        "java.util.stream.ReferencePipeline, loops do",
        "java.time.format., no run needs a date",
        "java.sql., picocli has its converters excluded",
        "java.util.concurrent.ForkJoinPool, one thread does",
        "java.util.logging., nobody reads a log",
        "java.util.ServiceLoader, it searches the class path; System.exit of Java 21 is such a one",
        "java.util.Formatter, StringBuilder does",
        "dev.plimsoll.config., there is no configuration",
        "dev.plimsoll.suppress., there is no comment and no baseline",
        "dev.plimsoll.cli.ExplainCommand, it is another command",
        "dev.plimsoll.report.JsonReporter, it was not asked for",
        "dev.plimsoll.report.SarifReporter, nor was this one",
        "dev.plimsoll.report.html., nor the page",
        "dev.plimsoll.session.Fix, nothing is fixed",
        "dev.plimsoll.session.ComposeSearch, a file was named",
        "dev.plimsoll.source.Overlay, all is saved",
        "dev.plimsoll.budget., only the page of html draws it"
    })
    void loadsNone(String prefix, String because) {
        assertThat(loaded(prefix)).as(because).isEmpty();
    }

    @Test
    void makesNoLambda() {
        List<String> lambdas = LOADED.stream()
                .filter(name -> name.contains("$$Lambda"))
                .filter(name -> name.startsWith("dev.plimsoll.") || name.startsWith("picocli."))
                .toList();
        assertThat(lambdas)
                .as("the first use of a lambda costs milliseconds: write a loop or a class")
                .isEmpty();
    }

    /** The bounds leave room for a new rule or two a time, not for a subsystem: that one says in its commit what it costs. */
    @ParameterizedTest
    @CsvSource({"picocli., 5", "org.snakeyaml., 105"})
    void loadsFew(String prefix, int most) {
        assertThat(loaded(prefix)).hasSizeBetween(1, most);
    }

    @Test
    void loadsLittleOfItsOwn() {
        assertThat(LOADED.stream()
                        .filter(name -> name.startsWith("dev.plimsoll."))
                        .filter(name -> !name.startsWith("dev.plimsoll.rule.")))
                .hasSizeBetween(1, 215);
    }

    /**
     * Without tmpfs nothing is loaded of the rules about it: 304 classes were, before rules said what they look at. Of what
     * the compiler of JDK 25 makes, the verifier loads five classes more than of what that of 17 makes.
     */
    @Test
    void loadsLittleForAFileWithoutTmpfs() throws IOException, InterruptedException {
        String text = Files.readString(Path.of(FILE)).replaceAll(" *tmpfs:\\n *- /.*\\n", "");
        assertThat(text).contains("image: nginx").doesNotContain("tmpfs:");
        Path file = Files.writeString(temporary.resolve("plain.yaml"), text);
        assertThat(run(file))
                .filteredOn(name -> name.startsWith("dev.plimsoll."))
                .hasSizeBetween(150, 260);
    }

    /** A script needs the readers of commands, and no YAML. */
    @Test
    void loadsLittleForAScript() throws IOException, InterruptedException {
        Path script = Files.writeString(
                temporary.resolve("run.sh"),
                "docker run -d -m 256m --tmpfs /tmp:size=64m -v data:/data redis:7 redis-server --appendonly yes\n");
        List<String> loaded = run(script);
        assertThat(loaded).filteredOn(name -> name.startsWith("dev.plimsoll.")).hasSizeBetween(150, 335);
        assertThat(loaded).noneMatch(name -> name.startsWith("org.snakeyaml."));
    }

    /** Paths alone do without the parser of options, see OptionsParserTest; an option pays for it. */
    @Test
    void loadsTheParserForAnOption() throws IOException, InterruptedException {
        String file = Path.of(FILE).toAbsolutePath().toString();
        assertThat(check("--fail-on", "error", file))
                .filteredOn(name -> name.startsWith("picocli."))
                .hasSizeBetween(50, 150);
    }

    /**
     * The launcher makes its archive from a run on a sample. What a rule looks at must occur there, or its class is read from
     * the jar in each run: sixteen rules were.
     */
    @Test
    void theLauncherTrainsOnWhatOrdinaryFilesHold() throws IOException, InterruptedException {
        String launcher = Files.readString(Path.of("bin/plimsoll"));
        List<Path> samples = new ArrayList<>();
        for (String name : List.of("compose.yaml", "run.sh")) {
            String start = "cat >\"$lock/" + name + "\" <<'END' || return\n";
            int from = launcher.indexOf(start) + start.length();
            String text = launcher.substring(from, launcher.indexOf("\nEND\n", from) + 1);
            samples.add(Files.writeString(temporary.resolve(name), text));
        }
        TreeSet<String> missing = new TreeSet<>(loaded("dev.plimsoll."));
        missing.removeAll(run(samples.toArray(Path[]::new)));
        assertThat(missing).hasSizeLessThan(4);
    }

    /** A class for each rule of the default profile, and a few that rules share. */
    @Test
    void loadsOneClassForARule() {
        long rules = RuleCatalog.builtIn().rules().stream()
                .filter(rule -> rule.profile() == Profile.DEFAULT)
                .count();
        assertThat(loaded("dev.plimsoll.rule.")).hasSizeBetween(1, (int) rules + 20);
    }
}
