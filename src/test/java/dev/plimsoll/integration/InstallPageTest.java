package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.Program;
import dev.plimsoll.testkit.ReleasePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the page on installing tells to type does what it says, with a server that plays the release's page. */
class InstallPageTest {
    private static final Path PAGE = Path.of("src/docs/install.md");
    private static final String DOWNLOADS = "https://github.com/plimsoll-dev/plimsoll/releases/download";
    private static final String ARCHIVE = "/v0.1.0/plimsoll-0.1.0-linux-x64.tar.gz";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    /** The block of code after a mark. */
    private static String block(String mark) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```sh\n", page.indexOf("<!-- " + mark + " -->")) + "```sh\n".length();
        return page.substring(begin, page.indexOf("```\n", begin));
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private Program.Outcome follow(ReleasePage page) throws IOException, InterruptedException {
        String steps = block("archive").replace(DOWNLOADS, page.url());
        assertThat(steps).contains(page.url());
        return Program.in(temporary).run("sh", "-c", steps);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "for a shell")
    void theArchiveIsDownloadedCheckedAndRuns() throws Exception {
        for (String needed : List.of("curl", "tar", "sha256sum")) {
            assumeTrue(Program.exists(needed), "no " + needed + " here");
        }
        byte[] archive = ReleasePage.archive(
                List.of(new ReleasePage.Entry("plimsoll-0.1.0/bin/plimsoll", "#!/bin/sh\necho \"ran $*\"\n")));
        String other = "0".repeat(64) + "  plimsoll-0.1.0-linux-arm64.tar.gz\n";
        String line = ReleasePage.sha256(archive) + "  plimsoll-0.1.0-linux-x64.tar.gz\n";
        try (ReleasePage page = new ReleasePage()) {
            page.put(ARCHIVE, archive);
            page.put("/v0.1.0/checksums.txt", (other + line).getBytes(StandardCharsets.UTF_8));
            Program.Outcome outcome = follow(page);
            assertThat(outcome.code()).as(outcome.output()).isZero();
            assertThat(outcome.output()).contains("tar.gz: ").endsWith("ran check\n");

            page.put(
                    "/v0.1.0/checksums.txt",
                    (other + line.replaceFirst("^.{8}", "00000000")).getBytes(StandardCharsets.UTF_8));
            Program.Outcome forged = follow(page);
            assertThat(forged.code()).isNotZero();
            assertThat(forged.output()).doesNotContain("ran check");
        }
    }

    @Test
    void allPagesNameTheVersionThatIsReleasedNext() throws IOException {
        String version = found("(?m)^  <version>(.*)</version>$", Files.readString(Path.of("pom.xml")))
                .iterator()
                .next();
        String text = Files.readString(PAGE)
                + Files.readString(Path.of("src/docs/integrations.md"))
                + Files.readString(Path.of(".pre-commit-hooks.yaml"));
        assertThat(found(
                        "(?:ghcr\\.io/plimsoll-dev/plimsoll:|plimsoll-dev/plimsoll@v|rev: v|version=|plimsoll-)(\\d+\\.\\d+\\.\\d+)",
                        text))
                .containsExactly(version);
        assertThat(Files.readString(Path.of(".github/CHANGELOG.md"))).contains("\n## " + version);
    }

    @Test
    void theReleasedPlatformsAreThoseOfTheWorkflow() throws IOException {
        Object workflow = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of(".github/workflows/release.yml")));
        assertThat(workflow.toString())
                .contains("os=[ubuntu-latest, ubuntu-24.04-arm, macos-15-intel, macos-latest, windows-latest]");
        assertThat(found("`?((?:linux|macos|windows)-(?:x64|arm64))", Files.readString(PAGE)))
                .containsExactly("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64");
    }

    @Test
    void eachVariableOfTheLaunchersIsInTheTable() throws IOException {
        Set<String> listed = found("(?m)^\\| `(PLIMSOLL_[A-Z_]+)` \\|", Files.readString(PAGE));
        assertThat(listed).isEqualTo(found("(?m)^#   (PLIMSOLL_[A-Z_]+) ", Files.readString(Path.of("bin/plimsoll"))));
        assertThat(listed)
                .containsAll(found("(?m)^rem   (PLIMSOLL_[A-Z_]+) ", Files.readString(Path.of("bin/plimsoll.cmd"))));
    }
}
