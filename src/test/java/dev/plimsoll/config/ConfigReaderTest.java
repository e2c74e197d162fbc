package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleOption;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.model.SizeGrammar;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "profil: strict; 1:1: unknown key \"profil\", did you mean \"profile\"?",
                "colour: red; 1:1: unknown key \"colour\"",
                "profile: [a]; 1:10: profile must be a string, not a list",
                "profile: stric; 1:10: unknown profile \"stric\", did you mean \"strict\"?",
                "profile: ''; 1:10: profile must be a string, not an empty one",
                "fail-on: eror; 1:10: unknown severity \"eror\", did you mean \"error\"?",
                "select: {a: b}; 1:9: select must be a list, not a mapping",
                "select: [tmpfs, tmpfs-unbouned]; 1:17: unknown rule \"tmpfs-unbouned\", did you mean \"tmpfs-unbounded\"?",
                "ignore: tmpfs; 1:9: ignore must be a list, not a string",
                "ignore: [{path: a}]; 1:10: an item of ignore needs a rule",
                "ignore: [{rule: tmpfs, paths: a}]; 1:24: unknown key \"paths\", did you mean \"path\"?",
                "ignore: [{rule: tmpfs, expires: soon}]; 1:33: \"soon\" is not a date such as 2026-12-31",
                "ignore: [{rule: tmpfs, expires: 2026-02-30}]; 1:33: \"2026-02-30\" is not a date such as 2026-12-31",
                "ignore: [{rule: tmpfs, path: '!a'}]; 1:30: patterns have no exceptions: \"!\" at the start of \"!a\"",
                "rules: {nothing: {}}; 1:9: unknown rule \"nothing\"",
                "rules: {schema: off}; 1:17: schema must be a mapping, not a string",
                "rules: {schema: {level: 1}}; 1:18: unknown key \"level\"",
                "rules: {schema: {severity: fatal}}; 1:28: unknown severity \"fatal\"",
                "rules: {schema: {enabled: 'yes'}}; 1:27: enabled must be true or false",
                "rules: {swap-limit-missing: {minimum: lots}}; 1:39: minimum of swap-limit-missing must be a size such as 64m or 1.5g, not \"lots\"",
                "rules: {tmpfs-crowds-memory: {ratio: -1}}; 1:38: ratio of tmpfs-crowds-memory must be a number such as 0.5, not \"-1\"",
                "rules: {tmpfs-unbounded: {general: 300}}; 1:36: general of tmpfs-unbounded must be from 1 to 100 percent, not \"300\"",
                "rules: {tmpfs-unbounded: {default: 0}}; 1:36: default of tmpfs-unbounded must be from 4k to 1024t, not \"0\"",
                "rules: {pids-limit-missing: {suggest: 1.5}}; 1:39: suggest of pids-limit-missing must be a whole number, not \"1.5\"",
                "rules: {memory-limit-missing: {suggest: 5}}; 1:41: suggest of memory-limit-missing must be from 6m to 1024t, not \"5\"",
                "rules: {port-unquoted: {quotes: both}}; 1:33: quotes of port-unquoted must be one of any, single, double, not \"both\"",
                "overrides: [{rules: {}}]; 1:13: an item of overrides needs paths or containers",
                "mirrors: https://example.com/hub; 1:10: \"https://example.com/hub\" is not a mirror: write what comes",
                "mirrors: [example.com, hub]; 1:24: \"hub\" is not a mirror",
                "search: [vendor, .vnv]; 1:18: unknown directory \".vnv\", did you mean \".venv\"?",
                "search: .git; 1:9: unknown directory \".git\": only directories that are skipped are named here",
                "extends: none.yaml; 1:10: cannot extend \"none.yaml\": no such file or directory",
                "extends: .plimsoll.yaml; 1:10: \".plimsoll.yaml\" extends itself",
                "- a; 1:1: a configuration must be a mapping, not a list",
                "a: [; 2:1: not valid YAML",
                "{profile: strict, profile: strict}; 1:19: the key \"profile\" is defined twice",
                "? [a] : b; 1:3: a key must be a string",
            })
    void mistakesHaveTheirPlace(String text, String problem) {
        ConfigFixture.write(directory, ".plimsoll.yaml", text + "\n");
        assertThat(ConfigFixture.problem(directory)).startsWith(".plimsoll.yaml:" + problem);
    }

    @Test
    void severalDocumentsAreAMistake() {
        ConfigFixture.write(directory, ".plimsoll.yaml", "profile: strict\n---\nprofile: default\n");
        assertThat(ConfigFixture.problem(directory)).startsWith(".plimsoll.yaml:3:1: a configuration is one document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "~\n", "rules:\nignore:\nselect:\nexclude:\noverrides:\nprofile:\n", "{}"})
    void nothingWrittenIsNothingSaid(String text) throws Exception {
        ConfigFixture.write(directory, ".plimsoll.yaml", text);
        Config config = ConfigFixture.read(directory, ".plimsoll.yaml");
        assertThat(config.profile()).isEmpty();
        assertThat(config.rules()).isEmpty();
        assertThat(config.ignores()).isEmpty();
    }

    @Test
    void laterConfigurationsCompleteWhatTheyExtend() throws Exception {
        ConfigFixture.write(directory, "base/a.yaml", """
                profile: strict
                fail-on: error
                select: [tmpfs]
                exclude: [vendor/]
                mirrors: registry.example.com/hub
                baseline: known.yaml
                rules:
                  swap-limit-missing: {severity: error, minimum: 1g}
                ignore: [schema]
                """);
        ConfigFixture.write(directory, "base/b.yaml", "extends: a.yaml\nprofile: default\n");
        ConfigFixture.write(directory, ".plimsoll.yaml", """
                extends: [base/a.yaml, base/b.yaml]
                fail-on: info
                exclude: /own/
                mirrors: [localhost:5000/]
                rules:
                  swap-limit-missing: {minimum: 2g}
                ignore: [tmpfs]
                """);
        Config config = ConfigFixture.read(directory, ".plimsoll.yaml");
        assertThat(config.profile()).contains(Profile.DEFAULT);
        assertThat(config.failOn()).contains(new FailOn(Optional.of(Severity.INFO)));
        assertThat(config.select()).containsExactly("tmpfs");
        assertThat(config.mirrors()).contains("registry.example.com/hub/").endsWith("localhost:5000/");
        RuleSettings settings = config.rules().get("swap-limit-missing");
        assertThat(settings.severity()).contains(Severity.ERROR);
        assertThat(settings.options()).containsEntry("minimum", "2g");
        assertThat(config.ignores()).extracting(IgnoreEntry::rule).containsExactly("schema", "schema", "tmpfs");
        assertThat(config.baseline().orElseThrow().file())
                .isEqualTo(directory.resolve("base/known.yaml").toFile());
        // patterns count from the configuration that was found, not from the shared one
        assertThat(config.excludes("vendor/compose.yaml")).isTrue();
        assertThat(config.excludes("own/compose.yaml")).isTrue();
        assertThat(config.excludes("base/own/compose.yaml")).isFalse();
    }

    @Test
    void whatIsWrongInAnExtendedFileIsToldThere() {
        ConfigFixture.write(directory, "base.yaml", "a: 1\n");
        ConfigFixture.write(directory, ".plimsoll.yaml", "extends: base.yaml\n");
        assertThat(ConfigFixture.problem(directory)).isEqualTo("base.yaml:1:1: unknown key \"a\"");
    }

    @Test
    void cyclesAndBombsComeToAnEnd() {
        ConfigFixture.write(directory, ".plimsoll.yaml", "extends: b.yaml\n");
        ConfigFixture.write(directory, "b.yaml", "extends: ./x/../.plimsoll.yaml\n");
        assertThat(ConfigFixture.problem(directory)).isEqualTo("b.yaml:1:10: \"./x/../.plimsoll.yaml\" extends itself");
        ConfigFixture.write(directory, ".plimsoll.yaml", "extends: [0.yaml, 0.yaml]\n");
        for (int i = 0; i < 30; i++) {
            ConfigFixture.write(directory, i + ".yaml", "extends: [" + (i + 1) + ".yaml, " + (i + 1) + ".yaml]\n");
        }
        ConfigFixture.write(directory, "30.yaml", "");
        assertThat(ConfigFixture.problem(directory)).contains("more than 100 configurations to read");
    }

    @Test
    void namesAndPathsNarrowAnIgnore() throws Exception {
        ConfigFixture.write(
                directory, ".plimsoll.yaml", "ignore: [{rule: tmpfs, path: [a/, b.yaml], container: 'db*'}]\n");
        IgnoreEntry entry =
                ConfigFixture.read(directory, ".plimsoll.yaml").ignores().get(0);
        assertThat(entry.covers("tmpfs-unbounded", "tmpfs", "a/x.yaml", Optional.of("db1")))
                .isTrue();
        assertThat(entry.covers("tmpfs-unbounded", "tmpfs", "c/x.yaml", Optional.of("db1")))
                .isFalse();
        assertThat(entry.covers("tmpfs-unbounded", "tmpfs", "b.yaml", Optional.of("web")))
                .isFalse();
        assertThat(entry.covers("tmpfs-unbounded", "tmpfs", "b.yaml", Optional.empty()))
                .isFalse();
        assertThat(entry.covers("swap-unlimited", "memory", "b.yaml", Optional.of("db")))
                .isFalse();
    }

    /** What is taken for a size here is one for the rules that get it, of as many bytes. */
    @Property(tries = 1000, seed = "7")
    void sizesAreSizes(
            @ForAll @Chars({'1', '0', '.', 'k', 'm', 'M', 'b', 'i', 'B', ' ', '-'}) @StringLength(max = 6)
                    String text) {
        if (RuleOption.Type.SIZE.accepts(text)) {
            assertThat(SizeGrammar.docker(text)).isPresent();
            assertThat(SizeGrammar.docker(text).get().bytes()).isEqualTo((long) RuleOption.Type.SIZE.amount(text));
        }
    }

    /** The least and the greatest value of each option, and what lies beside them. */
    @ParameterizedTest
    @CsvSource({
        "tmpfs-unbounded, general, 1, 100, 0, 101",
        "tmpfs-unbounded, cache, 1, 100, 0, 101",
        "tmpfs-unbounded, build, 1, 100, 0.5, 300",
        "tmpfs-unbounded, default, 4k, 1g, 0, 4095",
        "tmpfs-crowds-memory, ratio, 0, 1, -1, 1.01",
        "pids-limit-missing, suggest, 1, 4194304, 1.5, 4194305",
        "cpu-limit-missing, suggest, 0.01, 8, 0, 1025",
        "memory-limit-missing, suggest, 6m, 6291456, 5, 6291455",
        "log-unbounded, size, 1k, 10m, 10, 0m",
        "swap-limit-missing, minimum, 0, 1.5g, much, 1025t",
        "replicas-multiply-tmpfs, minimum, 0, 64m, 10%, 1x",
        "host-memory-exceeded, host, 0m, 1024t, all, 99999999t",
    })
    void optionsHaveARange(String rule, String option, String least, String most, String below, String above) {
        assertThat(problem(rule, option, least)).isEmpty();
        assertThat(problem(rule, option, most)).isEmpty();
        assertThat(problem(rule, option, below)).startsWith(".plimsoll.yaml:3:").contains(option + " of " + rule);
        assertThat(problem(rule, option, above)).startsWith(".plimsoll.yaml:3:").contains(option + " of " + rule);
    }

    private String problem(String rule, String option, String value) {
        String text = "rules:\n  " + rule + ":\n    " + option + ": " + value + "\n";
        ConfigFixture.write(directory, ".plimsoll.yaml", text);
        return ConfigFixture.problem(directory);
    }
}
