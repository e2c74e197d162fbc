package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testkit.CurrentJar;
import dev.plimsoll.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server in a real editor. */
@Tag("integration")
class NeovimTest {
    private static final Path SESSION = Path.of("src/test/resources/dev/plimsoll/integration/neovim.lua");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @Test
    void opensTypesFixesAndSaves() throws Exception {
        assumeTrue(Program.exists("nvim"), "no Neovim here");
        Path project = EditedProject.in(temporary);
        Path file = project.resolve("compose.yaml");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String output = Program.in(project)
                .env("PROJECT", project.toString())
                .env("SERVER", java + " -jar " + CurrentJar.in(temporary) + " lsp")
                .succeed("nvim", "--headless", "-u", "NONE", "-n", "-c", "luafile " + SESSION.toAbsolutePath());
        assertThat(output.replace("\r", "")).contains("""
                open: swap-limit-missing,tmpfs-invalid-size,tmpfs-unbounded
                with an unsaved override: tmpfs-invalid-size,tmpfs-unbounded
                applied: Write size=512m
                fixed: tmpfs-unbounded
                stopped
                """);
        assertThat(Files.readString(file)).contains("      - /cache:size=512m\n");
        assertThat(project.resolve("compose.override.yaml")).doesNotExist();
    }
}
