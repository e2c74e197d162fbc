package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other tools type, and whether help, README and pages name what there is. */
class HabitsTest {
    @TempDir
    Path directory;

    private Run run() {
        return Run.in(directory).file("compose.yaml", Run.WARNING);
    }

    private static List<String> names(String command) {
        List<String> names = new ArrayList<>();
        for (CommandSpecs.Option option : CommandSpecs.options(command)) {
            names.addAll(option.names());
        }
        return names;
    }

    /** Each word leads to what is there, and hides nothing. */
    @Test
    void theTableNamesWhatThereIs() {
        Set<String> options = new HashSet<>();
        for (String command : CommandSpecs.COMMANDS) {
            options.addAll(names(command));
        }
        for (Map.Entry<String, List<String>> habit : Habits.all().entrySet()) {
            for (String here : habit.getValue()) {
                String first = here.split(" ", -1)[0];
                if (first.equals("plimsoll")) {
                    assertThat(CommandSpecs.firstWords()).contains(here.split(" ", -1)[1]);
                } else if (habit.getKey().startsWith("-")) {
                    assertThat(options).as(habit.getKey()).contains(first);
                } else {
                    assertThat(first.equals("docker")
                                    || CommandSpecs.firstWords().contains(first))
                            .as(here)
                            .isTrue();
                }
            }
            assertThat(CommandSpecs.COMMANDS).doesNotContain(habit.getKey());
            assertThat(names("check").contains(habit.getKey()) && names("fix").contains(habit.getKey()))
                    .as(habit.getKey())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lint .; unknown command \"lint\", did you mean \"check\"?",
                "validate; did you mean \"check\"?",
                "run .; did you mean \"check\" or \"docker run\"?",
                "format; did you mean \"fix\"?",
                "ls; did you mean \"rules\"?",
                "server; did you mean \"lsp\"?",
                "baseline; did you mean \"init --baseline\"?",
                "schema; did you mean \"config schema\"?",
                "version; did you mean \"--version\"?",
                "Check .; did you mean \"check\"?",
                "fixx; did you mean \"fix\"?",
                "rule tmpfs-unbounded; did you mean \"explain\" or \"rules\"?",
                "tmpfs-unbounded; did you mean \"explain tmpfs-unbounded\"?",
                "docker-compose config; did you mean \"check\"?",
                "-q chek .; unknown command \"chek\", did you mean \"check\"?",
                "--output concise fix .; the command comes first: plimsoll fix [OPTIONS] [PATH...]",
                "help lint; unknown command \"lint\", did you mean \"check\"?",
                "help nonsense; unknown command \"nonsense\""
            })
    void wordsOfOthersLeadToOurs(String args, String said) {
        Run.Result result = run().plimsoll(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).as("nothing is linted").isEmpty();
        assertThat(result.err()).contains(said).endsWith("; see plimsoll --help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chek", "lint", "run"})
    void aFileOrDirectoryOfThatNameIsAPath(String name) {
        assertThat(run().file(name + "/compose.yaml", Run.WARNING).check(name).findings())
                .isEqualTo(name + "/compose.yaml tmpfs-unbounded\n");
        assertThat(Run.in(directory.resolve(name))
                        .file(name, Run.WARNING)
                        .check("-q", name)
                        .findings())
                .isEqualTo(name + " tmpfs-unbounded\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--format json; unknown option --format, did you mean --output?",
                "check -o json; unknown option -o, did you mean --output?",
                "check --exit-zero; did you mean --fail-on never?",
                "check --max-warnings 0; did you mean --fail-on?",
                "check --severity error; did you mean --fail-on?",
                "check --threshold error; did you mean --fail-on?",
                "check -r .; unknown option -r: directories are always searched",
                "check --recursive .; : directories are always searched",
                "check --disable tmpfs; did you mean --ignore?",
                "check --exclude vendor; : exclude: in .plimsoll.yaml lists files that are not linted",
                "check --rule tmpfs; did you mean --select?",
                "check --list-rules; did you mean plimsoll rules?",
                "check --no-color; did you mean --color never?",
                "check --strict; did you mean --profile strict?",
                "check --write; did you mean --fix?",
                "check --apply; did you mean --fix?",
                "fix --apply; did you mean --write?",
                "fix --fix; did you mean --write?",
                "fix --dry-run; : fix changes nothing without --write",
                "check --dry-run; did you mean --diff?",
                "check --fix-only; did you mean plimsoll fix --write?",
                "check --format=json; unknown option --format=json, did you mean --output?",
                "check --seelct tmpfs; did you mean --select?",
                "budget --format json; did you mean --output?",
                "budget --severity error; unknown option --severity; see",
                "check -Z; unknown option -Z; see"
            })
    void optionsOfOthersLeadToOurs(String args, String said) {
        Run.Result result = run().plimsoll(args.split(" ", -1));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        String command = args.startsWith("-") ? "check" : args.split(" ", -1)[0];
        assertThat(result.err()).contains(said).endsWith("; see plimsoll " + command + " --help\n");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void allMistakesOfACommandLineAreTold() {
        assertThat(run().plimsoll("--recursive", "--exit-zero", "--exit-zero", ".")
                        .err())
                .isEqualTo("""
                        plimsoll: unknown option --recursive: directories are always searched
                        plimsoll: unknown option --exit-zero, did you mean --fail-on never?; see plimsoll check --help
                        """);
        Run.Result result = run().plimsoll(
                        "--select",
                        "a,tmpfs,b",
                        "--ignore",
                        "a,tmpsf",
                        "--fail-on",
                        "warn",
                        "--profile",
                        "x",
                        "-f",
                        "y",
                        ".");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).isEqualTo("""
                        plimsoll: unknown severity "warn", did you mean "warning"?
                        plimsoll: unknown profile "x": default or strict
                        plimsoll: unknown rule "a"
                        plimsoll: unknown rule "b"
                        plimsoll: unknown rule "tmpsf", did you mean "tmpfs"?
                        plimsoll: --file and paths do not go together; see plimsoll check --help
                        """);
    }

    @Test
    void longNamesOfQuietAndVerboseAreTaken() {
        assertThat(run().plimsoll("--quiet")).isEqualTo(run().plimsoll("-q"));
        assertThat(run().plimsoll("--verbose")).isEqualTo(run().plimsoll("-v"));
        assertThat(run().plimsoll("fix", "--quiet")).isEqualTo(run().plimsoll("fix", "-q"));
    }

    @Test
    void eachCommandHasHelpInThreeWaysAndNeverWide() {
        String overview = run().plimsoll("--help").out();
        assertThat(run().plimsoll("help").out()).isEqualTo(overview);
        assertThat(run().plimsoll("-h").out()).isEqualTo(overview);
        for (String command : CommandSpecs.COMMANDS) {
            Run.Result help = run().plimsoll(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(run().plimsoll(command, "-h")).isEqualTo(help);
            assertThat(run().plimsoll("help", command)).isEqualTo(help);
            assertThat(help.out()).startsWith("Usage: plimsoll ").contains("-h, --help");
            assertThat(overview).contains("\n  plimsoll " + command.replace("check", "[check]") + " ");
            for (String name : names(command)) {
                assertThat(help.out()).as(command).contains(name);
            }
            assertThat(help.out().lines()).as(command).allMatch(line -> line.length() <= 100);
        }
        assertThat(overview.lines()).allMatch(line -> line.length() <= 100);
    }

    /** What is written for users, wherever it stands. */
    private static String pages() throws IOException {
        StringBuilder pages = new StringBuilder(Files.readString(Path.of("README.md")));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src/docs"), "*.md")) {
            for (Path file : files) {
                pages.append('\n').append(Files.readString(file));
            }
        }
        return pages.toString();
    }

    @Test
    void thePagesNameAllCommandsAndTheOptionsThatThereAre() throws IOException {
        String pages = pages();
        for (String command : CommandSpecs.COMMANDS) {
            assertThat(pages).contains("\nplimsoll " + command.replace("check", "[check]") + " ");
        }
        TreeSet<String> missing = new TreeSet<>();
        for (String name : names("check")) {
            if (!pages.contains("`" + name + "`")
                    && !pages.contains("`" + name + " ")
                    && !pages.contains("`" + name + "[")
                    && !pages.contains("`" + name + "=")) {
                missing.add(name);
            }
        }
        // long names that stand beside their letters in the help
        missing.removeAll(Set.of("-h", "--help", "--file", "--quiet", "--verbose"));
        assertThat(missing).isEmpty();
    }

    /** The first cell of the table of options, wherever the table stands. */
    @Test
    void theTableOfOptionsNamesNoneThatThereIsNot() throws IOException {
        String pages = pages();
        int begin = pages.indexOf("\n| option | meaning |\n");
        assertThat(begin).isPositive();
        String table = pages.substring(begin + 1, pages.indexOf("\n\n", begin + 1));
        List<String> rows = table.lines().skip(2).toList();
        assertThat(rows).hasSizeGreaterThan(15);
        for (String row : rows) {
            String cell = row.substring(2, row.indexOf(" | ", 2));
            for (String code : cell.split("`, `", -1)) {
                String name = code.replaceAll("[`\\[= ].*", "").replace("`", "");
                String option = name.isEmpty() ? code.substring(1).replaceAll("[`\\[= ].*", "") : name;
                assertThat(names("check")).as(row).contains(option);
            }
        }
    }
}
