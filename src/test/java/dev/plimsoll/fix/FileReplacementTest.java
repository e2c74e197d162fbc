package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.files.Checkout;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplacementTest {
    /** Large enough that a kill can hit the middle of writing it. */
    private static final int LINES = 200_000;

    private static final int KILLS = 6;

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("compose.yaml"), text);
    }

    private static FixedFile change(String before, String after) {
        return new FixedFile(new SourceFile("compose.yaml", before), new SourceFile("compose.yaml", after));
    }

    private static void write(Path file, FixedFile fixed) throws IOException {
        File parent = file.toAbsolutePath().getParent().toFile();
        new FileReplacement().write(new Checkout(parent).destination(file.toFile()), fixed);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assumePosix() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void replacesTheTextAndLeavesNothingBeside() throws IOException {
        Path file = file("\uFEFFold\r\n");
        write(file, change("\uFEFFold\r\n", "\uFEFFnew 😀\r\n"));
        assertThat(file).hasContent("\uFEFFnew 😀\r\n");
        assertThat(Files.readString(file)).isEqualTo("\uFEFFnew 😀\r\n");
        assertThat(names()).containsExactly("compose.yaml");
    }

    @Test
    void keepsPermissions() throws IOException {
        assumePosix();
        for (String permissions : List.of("rw-------", "rw-rw-r--", "rwxr-x--x")) {
            Path file = file("old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, change("old", "new"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void replacesTheTargetOfALink() throws IOException {
        assumePosix();
        Path target = Files.createDirectory(directory.resolve("elsewhere")).resolve("real.yaml");
        Files.writeString(target, "old");
        Path link = directory.resolve("compose.yaml");
        Files.createSymbolicLink(link, Path.of("elsewhere", "real.yaml"));
        write(link, change("old", "new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("new");
    }

    @Test
    void refusesWhatHasChangedSinceItWasRead() throws IOException {
        Path file = file("somebody's");
        assertThatThrownBy(() -> write(file, change("old", "new")))
                .isInstanceOf(IOException.class)
                .hasMessage("has changed since it was read");
        assertThat(file).hasContent("somebody's");
        assertThat(names()).containsExactly("compose.yaml");
    }

    @Test
    void refusesReadOnlyFiles() throws IOException {
        Path file = file("old");
        assertThat(file.toFile().setWritable(false, false)).isTrue();
        assertThatThrownBy(() -> write(file, change("old", "new"))).hasMessage("is read-only");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("compose.yaml");
    }

    @Test
    void refusesDirectoriesThatTakeNoFile() throws IOException {
        assumePosix();
        Path file = file("old");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            // the superuser may write everywhere
            assumeTrue(!Files.isWritable(directory));
            assertThatThrownBy(() -> write(file, change("old", "new")))
                    .hasMessage("cannot be replaced: permission denied");
            assertThat(file).hasContent("old");
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void saysThatAFileIsGone() {
        Path gone = directory.resolve("compose.yaml");
        assertThatThrownBy(() -> write(gone, change("old", "new"))).hasMessage("is no longer there");
    }

    /** A process that replaces one large text by the other for ever is killed in the midst of it. */
    @Test
    void aKillLeavesTheOldTextOrTheNew() throws Exception {
        Path file = file(text("old"));
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Replacing.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // it says when it has begun
            assertThat(process.getInputStream().read()).isEqualTo('.');
            Thread.sleep(random.nextInt(40));
            process.destroyForcibly().waitFor();
            String left = Files.readString(file);
            assertThat(left.equals(text("old")) || left.equals(text("new")))
                    .as("a text of %d units", left.length())
                    .isTrue();
        }
        assertThat(names()).allMatch(name -> name.equals("compose.yaml") || name.startsWith(".compose.yaml."));
        String left = Files.readString(file);
        write(file, change(left, "after"));
        assertThat(names()).as("the next run sweeps").containsExactly("compose.yaml");
    }

    private static String text(String word) {
        return (word + "\n").repeat(LINES);
    }

    /** The process that is killed. */
    static final class Replacing {
        private Replacing() {}

        public static void main(String[] arguments) throws IOException {
            File file = new File(arguments[0]);
            boolean toNew = Files.readString(file.toPath()).startsWith("old");
            System.out.print('.');
            System.out.flush();
            while (true) {
                FileReplacementTest.write(
                        file.toPath(), toNew ? change(text("old"), text("new")) : change(text("new"), text("old")));
                toNew = !toNew;
            }
        }
    }
}
