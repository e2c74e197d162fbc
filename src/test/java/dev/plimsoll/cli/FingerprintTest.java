package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding has one identity, from wherever it is looked at. */
class FingerprintTest {
    private static final Pattern FINGERPRINT = Pattern.compile("\"v1:[0-9a-f]{16}\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path repository = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        repository = Files.createDirectories(temporary.resolve("place/repository"));
        Run.in(repository)
                .file("sub/parts/base.yaml", "services: {b: {image: y, memswap_limit: 1g, tmpfs: /t}}\n")
                .file("compose.yaml", Run.ERROR)
                .file(
                        "sub/compose.yaml",
                        "services:\n  a:\n    extends: {file: parts/base.yaml, service: b}\n    tmpfs: /scratch\n")
                .file("sub/deep/run.sh", "docker run --tmpfs /a x\n");
    }

    private void git() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
    }

    private static List<String> prints(Path directory, String... args) {
        String out = Run.in(directory).plimsoll(args).out();
        List<String> prints = FINGERPRINT
                .matcher(out)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
        assertThat(prints).isNotEmpty();
        return prints;
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "gitlab"})
    void theWorkingDirectoryDoesNotCount(String format) throws IOException {
        git();
        sameFromEverywhere(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "gitlab"})
    void norDoesItOutsideOfGit(String format) {
        sameFromEverywhere(format);
    }

    @Test
    void norBesideAConfiguration() {
        Run.in(repository).plimsoll("init");
        sameFromEverywhere("json");
    }

    private void sameFromEverywhere(String format) {
        String absolute = repository.toString();
        List<String> all = prints(repository, "check", ".", "--output", format);
        assertThat(prints(repository.resolve("sub"), "check", "..", "--output", format))
                .isEqualTo(all);
        assertThat(prints(repository.resolve("sub/deep"), "check", absolute, "--output", format))
                .isEqualTo(all);
        assertThat(prints(temporary, "check", absolute, "--output", format)).isEqualTo(all);
        assertThat(prints(temporary, "check", "place/./repository", "--output", format))
                .isEqualTo(all);
        List<String> sub = prints(repository, "check", "sub", "--output", format);
        assertThat(all).containsAll(sub).hasSizeGreaterThan(sub.size());
        assertThat(prints(repository.resolve("sub"), "check", "compose.yaml", "--output", format))
                .isEqualTo(sub);
        assertThat(prints(repository.resolve("sub"), "--output", format)).isEqualTo(sub);
        assertThat(prints(temporary, "check", absolute + "/sub/compose.yaml", "--output", format))
                .isEqualTo(sub);
    }

    /** So that what services know of runs from the root stays known. */
    @Test
    void fromTheRootThePathIsTheOneShown() throws IOException {
        git();
        assertThat(prints(repository, "check", "compose.yaml", "--output", "json"))
                .containsExactly("\"v1:b34caa8d72340ecd\"");
    }

    @Test
    void anotherPlaceOfTheCheckoutDoesNotCount() throws IOException {
        git();
        List<String> before = prints(repository, "--output", "json");
        Path elsewhere = temporary.resolve("clone");
        Files.move(repository, elsewhere);
        assertThat(prints(elsewhere, "--output", "json")).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
    void norDoesTheNameOfALinkToIt() throws IOException {
        List<String> before = prints(repository, "--output", "json");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), repository);
        assertThat(prints(temporary, "check", link.toString(), "--output", "json"))
                .isEqualTo(before);
        Run.in(repository).plimsoll("init", "--baseline");
        assertThat(Run.in(temporary)
                        .plimsoll("--baseline", repository + "/.plimsoll-baseline.yaml", "--isolated", "link")
                        .code())
                .isZero();
    }

    @Test
    void standardInputAndWordsHaveThemToo() throws IOException {
        git();
        List<String> file = prints(repository, "check", "compose.yaml", "--output", "json");
        assertThat(prints(
                        Run.in(repository.resolve("sub")).input(Run.ERROR), "-", "--stdin-filename", "../compose.yaml"))
                .isEqualTo(file);
        List<String> words = prints(Run.in(repository), "docker", "run", "--tmpfs", "/a", "x");
        assertThat(prints(Run.in(repository.resolve("sub")), "docker", "run", "--tmpfs", "/a", "x"))
                .isEqualTo(words);
    }

    private static List<String> prints(Run run, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--output";
        all[1] = "json";
        System.arraycopy(args, 0, all, 2, args.length);
        return FINGERPRINT
                .matcher(run.plimsoll(all).out())
                .results()
                .map(match -> match.group())
                .toList();
    }

    @Test
    void aBaselineOfTheRootHoldsInEveryDirectory() throws IOException {
        git();
        assertThat(Run.in(repository).plimsoll("init", "--baseline").code()).isZero();
        assertThat(Run.in(repository.resolve("sub")).plimsoll("compose.yaml").code())
                .isZero();
        assertThat(Run.in(repository.resolve("sub/deep")).plimsoll("..").code()).isZero();
        assertThat(Run.in(temporary).plimsoll(repository.toString()).code()).isZero();
    }
}
