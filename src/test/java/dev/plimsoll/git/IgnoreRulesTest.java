package dev.plimsoll.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What git 2.39 answered to these patterns; GitComparisonTest asks the one of this machine for many more. */
class IgnoreRulesTest {
    @TempDir
    Path root;

    @BeforeEach
    void repository() throws IOException {
        Files.createDirectories(root.resolve(".git/info"));
    }

    private IgnoreRules rules(String patterns) throws IOException {
        Files.writeString(root.resolve(".gitignore"), patterns);
        return before().in(root.toFile(), "");
    }

    private IgnoreRules before() {
        return IgnoreRules.of(root.toFile(), Map.of("HOME", root.resolve("home").toString()));
    }

    private void config(String text) throws IOException {
        Files.writeString(root.resolve(".git/config"), text);
    }

    private void user(String path, String text) throws IOException {
        Path file = root.resolve("home").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a|a",
                "a|x/a",
                "/a|a",
                "x/a|x/a",
                "*.yaml|x/compose.yaml",
                "comp*.y?ml|compose.yaml",
                "**/a|a",
                "**/a|x/y/a",
                "x/**|x/y/z",
                "x/**/a|x/a",
                "x/**/a|x/y/z/a",
                "x/*/a|x/y/a",
                "x**/a|x/y/a",
                "x**a/b|xya/b",
                "[a-c]x|bx",
                "[!a-c]x|dx",
                "[^a-c]x|dx",
                "[]-]x|]x",
                "[]-]x|-x",
                "[\\]]x|]x",
                "[[:digit:]]x|7x",
                "[[:x]x|:x",
                "\\!a|!a",
                "\\#a|#a",
                "\\*|*",
                "a\\ |a ",
                "a  |a",
                "?|a",
                "??|é",
                "a\r|a",
                "\uFEFFa|a",
            })
    void ignores(String pattern, String path) throws IOException {
        assertThat(rules(pattern + "\n").ignores(path, false)).isTrue();
        assertThat(rules(pattern).ignores(path, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a|b",
                "/a|x/a",
                "x/a|y/x/a",
                "a/|a",
                "x/*|x/y/z",
                "x/**|x",
                "x/*/a|x/a",
                "x?a|x/a",
                "x[/]a|x/a",
                "x[!b]a|x/a",
                "*.yaml|compose.yml",
                "#a|#a",
                "!a|!a",
                "a\\|a",
                "a\\|a\\",
                "[a-|a",
                "[[:nope:]]|n",
                "?|é",
                " a|a",
                "A|a",
                "//a|a",
                "/|a",
                "!|!",
            })
    void leaves(String pattern, String path) throws IOException {
        assertThat(rules(pattern + "\n").ignores(path, false)).isFalse();
    }

    @Test
    void theLastPatternThatMatchesDecides() throws IOException {
        IgnoreRules rules = rules("*.yaml\n!b.yaml\nx/b.yaml\n");
        assertThat(rules.ignores("a.yaml", false)).isTrue();
        assertThat(rules.ignores("b.yaml", false)).isFalse();
        assertThat(rules.ignores("x/b.yaml", false)).isTrue();
    }

    @Test
    void aSlashAtTheEndIsForDirectories() throws IOException {
        IgnoreRules rules = rules("a/\n");
        assertThat(rules.ignores("x/a", true)).isTrue();
        assertThat(rules.ignores("x/a", false)).isFalse();
    }

    @Test
    void theNearestFileDecides() throws IOException {
        Files.createDirectories(root.resolve("x/y"));
        Files.writeString(root.resolve("x/.gitignore"), "!a\n/b\n");
        IgnoreRules above = rules("a\n");
        IgnoreRules inside = above.in(root.resolve("x").toFile(), "x/");
        assertThat(above.ignores("a", false)).isTrue();
        assertThat(inside.ignores("x/a", false)).isFalse();
        assertThat(inside.ignores("x/y/a", false)).isFalse();
        assertThat(inside.ignores("x/b", false)).isTrue();
        assertThat(inside.ignores("x/y/b", false)).isFalse();
        assertThat(inside.in(root.resolve("x/y").toFile(), "x/y/")).isSameAs(inside);
    }

    @Test
    void theRepositorysOwnPatternsComeBeforeTheUsers() throws IOException {
        user(".config/git/ignore", "u\n!e\n");
        Files.writeString(root.resolve(".git/info/exclude"), "e\n");
        assertThat(before().ignores("u", false)).isTrue();
        assertThat(before().ignores("e", false)).isTrue();
        assertThat(rules("!u\n!e\n").ignores("u", false)).isFalse();
        assertThat(rules("!u\n!e\n").ignores("e", false)).isFalse();
    }

    @Test
    void theUserNamesAFile() throws IOException {
        user(".gitconfig", "[Core]\n\tExcludesFile = \"~/my ignores\" ; mine\n");
        user("my ignores", "u\n");
        user(".config/git/ignore", "not-read\n");
        assertThat(before().ignores("u", false)).isTrue();
        assertThat(before().ignores("not-read", false)).isFalse();
    }

    @Test
    void theUserIncludesAConfiguration() throws IOException {
        user(".config/git/config", "[include]\npath = config\n[core]excludesfile=/nowhere\n[include]\npath = more\n");
        user(".config/git/more", "# c\n[core]\nexcludesFile = \\\n~/ig\n[alias \"x]\"]\n a = b\n");
        user("ig", "u\n");
        assertThat(before().ignores("u", false)).isTrue();
    }

    @Test
    void anotherPlaceOfTheUsersConfiguration() throws IOException {
        user("xdg/git/ignore", "u\n");
        String home = root.resolve("home").toString();
        Map<String, String> environment = Map.of("HOME", home, "XDG_CONFIG_HOME", home + "/xdg");
        assertThat(IgnoreRules.of(root.toFile(), environment).ignores("u", false))
                .isTrue();
        assertThat(before().ignores("u", false)).isFalse();
        assertThat(IgnoreRules.of(root.toFile(), Map.of()).ignores("u", false)).isFalse();
    }

    @Test
    void theRepositoryNamesNoFile() throws IOException {
        Files.writeString(root.resolve("ig"), "u\n");
        config("[core]\nexcludesFile = ig\n[include]\npath = more\n");
        Files.writeString(root.resolve(".git/more"), "[core]\nignoreCase = true\n");
        user(".config/git/ignore", "own\n");
        assertThat(rules("a\n").ignores("u", false)).isFalse();
        assertThat(rules("a\n").ignores("A", false)).isFalse();
        assertThat(rules("a\n").ignores("own", false)).as("still read").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignoreCase = true", "IGNORECASE", "ignorecase=\"yes\" # c", "ignoreCase = 1"})
    void caseMayNotCount(String setting) throws IOException {
        config("[core]\n" + setting + "\n");
        IgnoreRules rules = rules("Ab\n*.YAML\nX[b-d]y\n");
        assertThat(rules.ignores("aB", false)).isTrue();
        assertThat(rules.ignores("x.yaml", false)).isTrue();
        assertThat(rules.ignores("xCy", false)).isTrue();
        assertThat(rules.ignores("xEy", false)).isFalse();
    }

    @Test
    void aLinkedWorkTreeSharesPatterns() throws IOException {
        Path linked = Files.createDirectories(root.resolve("linked"));
        Path own = Files.createDirectories(root.resolve(".git/worktrees/linked"));
        Files.writeString(linked.resolve(".git"), "gitdir: ../.git/worktrees/linked\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(root.resolve(".git/info/exclude"), "e\n");
        assertThat(IgnoreRules.of(linked.toFile(), Map.of()).ignores("e", false))
                .isTrue();
    }

    @Test
    void timeIsBoundedByTheProductOfTheLengths() {
        String stars = "*a".repeat(1500) + "*b";
        String deep = "**/".repeat(1000) + "b*c";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(rules(stars + "\n").ignores("a".repeat(4000), false)).isFalse();
            assertThat(rules(deep + "\n").ignores("a/".repeat(2000) + "b", false))
                    .isFalse();
        });
    }

    @Test
    void theWholeSearchIsBoundedToo() {
        String pattern = "*a".repeat(1000) + "*b\n";
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            IgnoreRules rules = rules("plain\n" + pattern.repeat(500));
            String path = "a".repeat(4000);
            for (int i = 0; i < 1000; i++) {
                assertThat(rules.ignores(path, false)).isFalse();
            }
            assertThat(rules.ignores("plain", false))
                    .as("nothing is ignored beyond the bound")
                    .isFalse();
        });
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        assertThat(rules("a\n" + "#".repeat(PlainFile.MAX_BYTES)).ignores("a", false))
                .isFalse();
        assertThat(rules("a\n" + "b\n".repeat(100_000)).ignores("a", false)).isFalse();
        assertThat(rules("a\n" + "b\n".repeat(10_000)).ignores("a", false)).isTrue();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no pipes with names, and a link needs a privilege there")
    void opensRegularFilesOnly() throws Exception {
        Path pipe = root.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path patterns = Files.writeString(root.resolve("patterns"), "a\n");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String name : new String[] {".gitignore", ".git/info/exclude", ".git/config", ".git/commondir"}) {
                Files.createSymbolicLink(root.resolve(name), pipe);
                assertThat(before().in(root.toFile(), "").ignores("a", false)).isFalse();
                Files.delete(root.resolve(name));
                Files.move(pipe, root.resolve(name));
                assertThat(before().in(root.toFile(), "").ignores("a", false)).isFalse();
                Files.move(root.resolve(name), pipe);
            }
            Files.createDirectory(root.resolve(".gitignore"));
            assertThat(before().in(root.toFile(), "").ignores("a", false)).isFalse();
            Files.delete(root.resolve(".gitignore"));
            Files.createSymbolicLink(root.resolve(".gitignore"), patterns);
            assertThat(before().in(root.toFile(), "").ignores("a", false))
                    .as("git follows no link")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[core",
                "[core \"",
                "=",
                "[core]\nignorecase = \"",
                "[core]\nignorecase = \\",
                "\0",
                "[a]\nb\\"
            })
    void aDamagedConfigurationHarmsNothing(String text) throws IOException {
        config(text);
        assertThat(rules("a\n").ignores("a", false)).isTrue();
        user(".gitconfig", text);
        assertThat(rules("a\n").ignores("a", false)).isTrue();
    }

    @Test
    void anyBytesArePatterns() {
        assertThatCode(() -> {
                    for (int seed = 0; seed < 300; seed++) {
                        byte[] bytes = new byte[200];
                        new Random(seed).nextBytes(bytes);
                        for (int i = 0; i < bytes.length; i += 3) {
                            bytes[i] = "*?[]\\!/\n #-:a".getBytes(StandardCharsets.US_ASCII)[(bytes[i] & 0xFF) % 13];
                        }
                        Files.write(root.resolve(".gitignore"), bytes);
                        IgnoreRules rules = before().in(root.toFile(), "");
                        rules.ignores("a/b-\uD800é]", seed % 2 == 0);
                    }
                })
                .doesNotThrowAnyException();
    }
}
