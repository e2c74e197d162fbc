package dev.plimsoll.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes written by hand, by gitformat-index(5); GitComparisonTest has some that git wrote. */
class TrackedFilesTest {
    private static final int FILE = 0100644;
    private static final int SUBMODULE = 0160000;

    @TempDir
    Path root;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @BeforeEach
    void repository() throws IOException {
        Files.createDirectory(root.resolve(".git"));
    }

    private void header(int version, int count) throws IOException {
        bytes.reset();
        out.writeBytes("DIRC");
        out.writeInt(version);
        out.writeInt(count);
    }

    private void entry(int version, int mode, String path, int hashBytes) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        int start = bytes.size();
        out.write(new byte[24]);
        out.writeInt(mode);
        out.write(new byte[12 + hashBytes]);
        out.writeShort(Math.min(name.length, 0xFFF) | (version == 3 ? 0x4000 : 0));
        if (version == 3) {
            out.writeShort(0x2000);
        }
        out.write(name);
        int length = bytes.size() - start;
        out.write(new byte[8 - length % 8]);
    }

    private void compressed(int removed, String rest) throws IOException {
        out.write(new byte[24]);
        out.writeInt(FILE);
        out.write(new byte[34]);
        if (removed > 127) {
            out.write(0x80 | ((removed >> 7) - 1));
        }
        out.write(removed & 0x7F);
        out.write(rest.getBytes(StandardCharsets.UTF_8));
        out.write(0);
    }

    private void save(String name, int hashBytes) throws IOException {
        out.write(new byte[hashBytes]);
        Files.write(root.resolve(".git").resolve(name), bytes.toByteArray());
    }

    private TrackedFiles read() {
        return TrackedFiles.read(root.toFile(), path -> !path.endsWith(".txt"));
    }

    @ParameterizedTest
    @CsvSource({"2, 20", "3, 20", "2, 32", "3, 32"})
    void readsNames(int version, int hashBytes) throws IOException {
        Files.writeString(
                root.resolve(".git/config"), hashBytes == 32 ? "[extensions]\n\tobjectFormat = sha256\n" : "");
        List<String> names = List.of("a", "a/bcdefg", "long/" + "x".repeat(5000), "é", "é/12345678", "z.txt");
        header(version, names.size() + 1);
        for (String name : names) {
            entry(version, FILE, name, hashBytes);
        }
        entry(version, SUBMODULE, "sub/module", hashBytes);
        save("index", hashBytes);
        assertThat(read().paths()).isEqualTo(names.subList(0, 5));
        assertThat(read().isSubmodule("sub/module")).isTrue();
        assertThat(read().isSubmodule("sub")).isFalse();
    }

    @Test
    void readsCompressedNames() throws IOException {
        header(4, 4);
        compressed(0, "a/" + "b".repeat(300));
        compressed(300, "c");
        compressed(1, "d/e");
        compressed(5, "f");
        save("index", 20);
        assertThat(read().paths()).containsExactly("a/" + "b".repeat(300), "a/c", "a/d/e", "f");
    }

    @Test
    void readsWhatASplitIndexKeepsOfTheSharedOne() throws IOException {
        header(2, 4);
        for (String name : new String[] {"a", "b", "c", "d"}) {
            entry(2, FILE, name, 20);
        }
        save("sharedindex." + "0a".repeat(20), 20);
        header(2, 2);
        entry(2, FILE, "", 20);
        entry(2, FILE, "e", 20);
        out.writeBytes("TREE");
        out.writeInt(3);
        out.write(new byte[3]);
        out.writeBytes("link");
        out.writeInt(20 + 24 + 20);
        byte[] name = new byte[20];
        Arrays.fill(name, (byte) 10);
        out.write(name);
        // the second and third are deleted: one word as it is, after none that repeats
        out.writeInt(4);
        out.writeInt(2);
        out.writeLong(1L << 33);
        out.writeLong(0b0110);
        out.write(new byte[24]);
        save("index", 20);
        assertThat(read().paths()).containsExactlyInAnyOrder("a", "d", "e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", "a/../../b", "a//b", "./a", "a/", ".git/a", "a/.git/b", "."})
    void namesStayInTheWorkTree(String name) throws IOException {
        header(2, 2);
        entry(2, FILE, name, 20);
        entry(2, FILE, "x", 20);
        save("index", 20);
        assertThat(read().paths()).containsExactly("x");
    }

    @Test
    void aDamagedIndexIsAnEmptyOne() throws IOException {
        header(2, 3);
        entry(2, FILE, "a", 20);
        entry(2, FILE, "b", 20);
        save("index", 20);
        assertThat(read().paths()).as("an entry is missing").isEmpty();
        header(4, 2);
        compressed(0, "a");
        compressed(2, "b");
        save("index", 20);
        assertThat(read().paths()).as("a name is shorter than nothing").isEmpty();
        header(5, 0);
        save("index", 20);
        assertThat(read().paths()).as("a version of the future").isEmpty();
        Files.delete(root.resolve(".git/index"));
        Files.createDirectory(root.resolve(".git/index"));
        assertThat(read().paths()).isEmpty();
    }

    @Test
    void anyBytesAreReadToTheirEnd() throws IOException {
        header(2, 40);
        for (int i = 0; i < 40; i++) {
            entry(2, i % 9 == 0 ? SUBMODULE : FILE, "directory/name" + i, 20);
        }
        out.writeBytes("link");
        out.writeInt(44);
        out.write(new byte[] {1, 2, 3});
        out.write(new byte[60]);
        byte[] whole = bytes.toByteArray();
        Random random = new Random(12);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 500; i++) {
                byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (int k = random.nextInt(20); k > 0 && damaged.length > 12; k--) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
                }
                Files.write(root.resolve(".git/index"), damaged);
                assertThat(read().paths()).hasSizeLessThan(100);
            }
        });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the file would take its room on the disk there")
    void zerosAreReadQuickly() throws IOException {
        header(2, -1);
        save("index", 20);
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve(".git/index").toFile(), "rw")) {
            file.setLength(300L << 20);
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(read().paths()).isEmpty());
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve(".git/index").toFile(), "rw")) {
            file.setLength(8L << 30);
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(read().paths()).isEmpty());
    }

    @Test
    void bitsThatGoOnForeverAreRefused() throws IOException {
        header(2, 0);
        out.writeBytes("link");
        out.writeInt(44);
        out.write(new byte[] {1});
        out.write(new byte[19]);
        out.writeInt(-1);
        out.writeInt(-1);
        out.writeLong(-1);
        save("index", 20);
        assertThat(read().paths()).isEmpty();
    }
}
