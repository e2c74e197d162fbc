package dev.plimsoll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private void write(String name, String text) throws IOException {
        write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String name, WholeFiles.Content content) throws IOException {
        Checkout checkout = new Checkout(directory.toFile());
        new WholeFiles().write(checkout.destination(directory.resolve(name).toFile()), content, () -> {});
    }

    private String[] names() {
        return directory.toFile().list();
    }

    @Test
    void aFullDiskInTheMidstLeavesTheOldFile() throws IOException {
        write("report", "old");
        assertThatThrownBy(() -> write("report", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(directory.resolve("report")).hasContent("old");
        assertThatThrownBy(() -> write("other", out -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("report");
    }

    @Test
    void whatAKilledRunLeftIsSweptAndNothingElse() throws IOException {
        Path left = Files.writeString(directory.resolve(".compose.yaml.1a2b.plimsoll-tmp"), "half");
        Path used = Files.writeString(directory.resolve(".other.2b3c.plimsoll-tmp"), "half");
        for (String name : new String[] {"x.plimsoll-tmp", ".x.tmp", ".x.plimsoll-tmp.bak"}) {
            Files.writeString(directory.resolve(name), "mine");
        }
        Files.createDirectory(directory.resolve(".folder.plimsoll-tmp"));
        try (FileChannel channel = FileChannel.open(used, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            write("report", "new");
            assertThat(left).doesNotExist();
            assertThat(used).exists();
        }
        write("report", "newer");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "report", "x.plimsoll-tmp", ".x.tmp", ".x.plimsoll-tmp.bak", ".folder.plimsoll-tmp");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
    void aLinkIsNotSweptThrough() throws IOException {
        Path mine = Files.writeString(directory.resolve("mine"), "mine");
        Files.createSymbolicLink(directory.resolve(".x.plimsoll-tmp"), mine);
        write("report", "new");
        assertThat(mine).hasContent("mine");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX")
    void permissionsStayAndNewFilesHaveTheUsualOnes() throws IOException {
        Path usual = Files.writeString(directory.resolve("usual"), "");
        write("new", "new");
        assertThat(Files.getPosixFilePermissions(directory.resolve("new")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
        Path secret = Files.writeString(directory.resolve("secret"), "");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        write("secret", out -> {
            for (String name : names()) {
                if (name.startsWith(".secret.")) {
                    Path draft = directory.resolve(name);
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)))
                            .as("nobody else reads half of it either")
                            .isEqualTo("rw-------");
                }
            }
            out.write('x');
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(secret).hasContent("x");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "hard links of POSIX")
    void aHardLinkKeepsTheOldText() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path other = Files.createLink(directory.resolve("other"), file);
        write("file", "new");
        assertThat(file).hasContent("new");
        assertThat(other).hasContent("old");
    }

    @Test
    void aDirectoryIsNotReplaced() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        assertThatThrownBy(() -> write("folder", "x"))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("is a directory");
        assertThat(Files.isDirectory(directory.resolve("folder"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void theLongestNameLeavesRoomForADraft() throws IOException {
        String longest = "n".repeat(250);
        write(longest, "new");
        assertThat(directory.resolve(longest)).hasContent("new");
        write("é".repeat(120), "new");
        assertThat(names()).hasSize(2);
    }
}
