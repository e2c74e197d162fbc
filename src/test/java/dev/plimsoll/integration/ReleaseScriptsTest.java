package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What src/dist makes of the checksums of a release: packages, and the commit that is tagged. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "shell scripts of the release workflow, which run on Linux")
class ReleaseScriptsTest {
    private static final List<String> PLATFORMS =
            List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64");
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String DOWNLOADS = "https://github.com/plimsoll-dev/plimsoll/releases/download/v1.2.3/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private static String digits(String name) {
        return String.format("%08x", name.hashCode()).repeat(8);
    }

    private Path checksums(List<String> platforms) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String platform : platforms) {
            lines.put("plimsoll-1.2.3-" + platform + ".tar.gz", digits(platform));
        }
        lines.put("plimsoll-1.2.3.cdx.json", digits("bill of materials"));
        lines.put("plimsoll-1.2.3.jar", digits("jar"));
        StringBuilder text = new StringBuilder();
        lines.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return Files.writeString(temporary.resolve("checksums.txt"), text);
    }

    private Program.Outcome packages(List<String> platforms) throws IOException, InterruptedException {
        return Program.in(Path.of("").toAbsolutePath())
                .run("src/dist/packages.sh", checksums(platforms).toString(), temporary.toString());
    }

    @Test
    void theFormulaHasTheArchiveOfEachPlatform() throws Exception {
        assertThat(packages(PLATFORMS).output()).isEmpty();

        String formula = Files.readString(temporary.resolve("plimsoll.rb"));
        Map<String, String> archives = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile(
                        "(?s)on_(macos|linux) do|on_(arm|intel) do\\s+url \"([^\"]*)\"\\s+sha256 \"([^\"]*)\"")
                .matcher(formula);
        String system = "";
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                system = matcher.group(1);
            } else {
                String platform = system + (matcher.group(2).equals("arm") ? "-arm64" : "-x64");
                assertThat(matcher.group(3)).isEqualTo(DOWNLOADS + "plimsoll-1.2.3-" + platform + ".tar.gz");
                archives.put(platform, matcher.group(4));
            }
        }
        assertThat(archives).hasSize(4);
        archives.forEach((platform, sum) -> assertThat(sum).isEqualTo(digits(platform)));
        assertThat(formula).contains("version \"1.2.3\"\n");
        if (Program.exists("ruby")) {
            Program.in(temporary).succeed("ruby", "-c", "plimsoll.rb");
        }
    }

    @Test
    void theManifestHasTheArchiveForWindows() throws Exception {
        packages(PLATFORMS);

        JSONObject manifest = new JSONObject(Files.readString(temporary.resolve("plimsoll.json")));
        JSONObject windows = manifest.getJSONObject("architecture").getJSONObject("64bit");
        assertThat(manifest.getString("version")).isEqualTo("1.2.3");
        assertThat(manifest.getString("bin")).isEqualTo("bin\\plimsoll.cmd");
        assertThat(windows.getString("url")).isEqualTo(DOWNLOADS + "plimsoll-1.2.3-windows-x64.tar.gz");
        assertThat(windows.getString("hash")).isEqualTo(digits("windows-x64"));
        assertThat(windows.getString("extract_dir")).isEqualTo("plimsoll-1.2.3");
        assertThat(manifest.getJSONObject("autoupdate")
                        .getJSONObject("architecture")
                        .getJSONObject("64bit")
                        .getString("url")
                        .replace("$version", "1.2.3"))
                .isEqualTo(windows.getString("url"));
    }

    @Test
    void noPackageIsMadeOfHalfARelease() throws Exception {
        for (String missing : PLATFORMS) {
            Program.Outcome outcome = packages(PLATFORMS.stream()
                    .filter(platform -> !platform.equals(missing))
                    .toList());
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.output()).contains("has no archive for " + missing);
        }
        assertThat(temporary.resolve("plimsoll.rb")).doesNotExist();
    }

    private Program.Outcome pin(String digest) throws IOException, InterruptedException {
        return Program.in(temporary)
                .run("./src/dist/pin.sh", checksums(PLATFORMS).toString(), digest);
    }

    @Test
    void theTaggedCommitNamesItsFilesAndItsContainerImage() throws Exception {
        for (String file : List.of("src/dist/pin.sh", ".pre-commit-hooks.yaml")) {
            Path copy = temporary.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(file), copy);
        }
        Files.createDirectory(temporary.resolve("bin"));
        assertThat(temporary.resolve("src/dist/pin.sh").toFile().setExecutable(true))
                .isTrue();
        String before = Files.readString(Path.of(".pre-commit-hooks.yaml"));
        assumeTrue(!before.contains("@sha256:"), "this is the checkout of a release");

        for (String wrong : List.of("", "latest", "sha256:abc", DIGEST + "0", "sha256:" + "XY".repeat(32))) {
            assertThat(pin(wrong).code()).isEqualTo(1);
        }
        assertThat(temporary.resolve("bin/checksums.txt")).doesNotExist();

        assertThat(pin(DIGEST).output()).isEmpty();
        String after = Files.readString(temporary.resolve(".pre-commit-hooks.yaml"));
        assertThat(after.replace("@" + DIGEST, "")).isEqualTo(before);
        assertThat(after).containsPattern("entry: ghcr\\.io/plimsoll-dev/plimsoll:[0-9.]+@" + DIGEST + " check ");
        assertThat(temporary.resolve("bin/checksums.txt")).hasSameTextualContentAs(temporary.resolve("checksums.txt"));

        assertThat(pin(DIGEST).output()).contains("has a digest already");
        assertThat(temporary.resolve(".pre-commit-hooks.yaml")).hasContent(after);
    }
}
