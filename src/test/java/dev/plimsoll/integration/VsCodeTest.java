package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server with the protocol library of VS Code, and the extension as it is shipped. */
@Tag("integration")
class VsCodeTest {
    private static final Path EXTENSION = Path.of("src/editor/vscode").toAbsolutePath();
    private static final Path SESSION = Path.of("src/test/resources/dev/plimsoll/integration/vscode-client.cjs");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @BeforeAll
    static void hasNode() {
        assumeTrue(Program.exists("node") && Program.exists("npm"), "no Node.js here");
        assumeTrue(Files.isDirectory(EXTENSION.resolve("node_modules")), "\"npm ci\" was not run in src/editor/vscode");
    }

    @Test
    void opensTypesFixesAndSaves() throws Exception {
        Path project = EditedProject.in(temporary);
        Path file = project.resolve("compose.yaml");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> server = List.of(java, "-jar", CurrentJar.in(temporary).toString(), "lsp");
        String output = Program.in(project)
                .env("MODULES", EXTENSION.resolve("package.json").toString())
                .env("PROJECT", project.toString())
                .env("SERVER", new Gson().toJson(server))
                .succeed("node", SESSION.toAbsolutePath().toString());
        assertThat(output).isEqualTo("""
                commands: plimsoll.explain,plimsoll.budget
                open: swap-limit-missing,tmpfs-invalid-size,tmpfs-unbounded
                with an unsaved override: tmpfs-invalid-size,tmpfs-unbounded
                typed: swap-limit-missing,tmpfs-invalid-size,tmpfs-unbounded
                in the override: schema
                page: tmpfs-invalid-size.md
                actions: Write size=512m, Ignore tmpfs-invalid-size here\u2026, Ignore tmpfs-invalid-size in .plimsoll.yaml\u2026, \
                Explain tmpfs-invalid-size, Make all safe fixes of Plimsoll
                edits version 1 of 1
                fixed: swap-limit-missing,tmpfs-unbounded
                hover: markdown, true
                lens: plimsoll.showBudget on line 1
                hints: swap: 2g,shm: 64m
                budget: true, styles: 1
                completion: true
                cancelled: true
                exit code: 0
                """);
        assertThat(Files.readString(file)).contains("      - /cache:size=512m\n");
        assertThat(project.resolve("compose.override.yaml")).doesNotExist();
    }

    @Test
    void isPackedWithAndWithoutAnImage() throws Exception {
        Program npm = Program.in(EXTENSION);
        npm.succeed("npm", "run", "check");
        npm.succeed("npm", "run", "build");
        Path bare = temporary.resolve("bare.vsix");
        npm.succeed("node", "package.mjs", "--out", bare.toString());
        try (ZipFile vsix = new ZipFile(bare.toFile())) {
            assertThat(names(vsix))
                    .containsExactly(
                            "[Content_Types].xml",
                            "extension.vsixmanifest",
                            "extension/LICENSE.txt",
                            "extension/NOTICES.txt",
                            "extension/changelog.md",
                            "extension/extension.js",
                            "extension/icon.png",
                            "extension/package.json",
                            "extension/readme.md");
            JsonObject shipped = new Gson().fromJson(text(vsix, "extension/package.json"), JsonObject.class);
            assertThat(vsix.getEntry("extension/"
                            + Path.of(shipped.get("main").getAsString()).normalize()))
                    .isNotNull();
            assertThat(text(vsix, "extension.vsixmanifest"))
                    .contains("Id=\"plimsoll\"")
                    .doesNotContain("TargetPlatform");
            assertThat(text(vsix, "extension/NOTICES.txt")).contains("vscode-jsonrpc", "MIT");
        }

        Path image = Files.createDirectories(temporary.resolve("image/bin"));
        Path launcher = Files.writeString(image.resolve("plimsoll"), "#!/bin/sh\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path whole = temporary.resolve("whole.vsix");
        npm.succeed(
                "node",
                "package.mjs",
                "--target",
                "linux-x64",
                "--server",
                image.getParent().toString(),
                "--out",
                whole.toString());
        try (ZipFile vsix = new ZipFile(whole.toFile())) {
            assertThat(names(vsix)).contains("extension/server/bin/plimsoll");
            assertThat(text(vsix, "extension.vsixmanifest")).contains("TargetPlatform=\"linux-x64\"");
        }
    }

    private static Set<String> names(ZipFile vsix) {
        Set<String> names = new TreeSet<>();
        vsix.stream().forEach(entry -> names.add(entry.getName()));
        return names;
    }

    private static String text(ZipFile vsix, String name) throws Exception {
        return new String(vsix.getInputStream(vsix.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
