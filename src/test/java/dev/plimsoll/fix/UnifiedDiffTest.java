package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
    @TempDir
    Path directory;

    private static String diff(String path, String before, String after) {
        return UnifiedDiff.of(new FixedFile(new SourceFile(path, before), new SourceFile(path, after)));
    }

    @Test
    void showsThreeLinesOfContext() {
        assertThat(diff("x.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                --- a/x.yaml
                +++ b/x.yaml
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void saysWhereTheFinalLineBreakIsMissing() {
        assertThat(diff("x", "a", "a\nb")).isEqualTo("""
                --- a/x
                +++ b/x
                @@ -1,1 +1,2 @@
                -a
                \\ No newline at end of file
                +a
                +b
                \\ No newline at end of file
                """);
    }

    @Test
    void changesWhoseContextsTouchShareAHunk() {
        assertThat(diff("x", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n"))
                .containsOnlyOnce("@@ -");
        assertThat(diff("x", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n"))
                .contains("@@ -1,4 +1,4 @@\n", "@@ -6,4 +6,4 @@\n");
    }

    /** A blank line stands in many places, so that it does not end a change. */
    @Test
    void blankLinesAreNoSignThatTheTextsAgree() {
        assertThat(diff("x", "a\n\n\nb\n", "c\n\n\nd\n\n\nb\n")).isEqualTo("""
                --- a/x
                +++ b/x
                @@ -1,4 +1,7 @@
                -a
                +c
                +
                +
                +d
                \s
                \s
                 b
                """);
        assertThat(diff("x", "\na\n\n\n", "\nb\n\n\n")).isEqualTo("""
                --- a/x
                +++ b/x
                @@ -1,4 +1,4 @@
                \s
                -a
                +b
                \s
                \s
                """);
    }

    @Test
    void aVeryLargeChangeIsReplacedToTheEnd() {
        String diff =
                diff("x", "first\n" + "old\n".repeat(2500) + "last\n", "first\n" + "new\n".repeat(2500) + "last\n");
        assertThat(diff)
                .contains("@@ -1,2502 +1,2502 @@\n first\n-old\n", "-last\n+new\n")
                .endsWith("+last\n");
    }

    @Test
    void nothingChangedIsNoDiff() {
        assertThat(diff("x", "a\n", "a\n")).isEmpty();
    }

    @Test
    void namesThatAHeaderCannotHoldAreQuoted() {
        assertThat(diff("a b.yaml", "1\n", "2\n")).startsWith("--- a/a b.yaml\t\n+++ b/a b.yaml\t\n");
        assertThat(diff("we\nird\"\\.yaml", "1\n", "2\n")).startsWith("--- \"a/we\\012ird\\\"\\\\.yaml\"\n");
        assertThat(diff("/etc/x.yaml", "1\n", "2\n")).startsWith("--- /etc/x.yaml\n");
        assertThat(diff("한글.yaml", "1\n", "2\n")).startsWith("--- a/한글.yaml\n");
    }

    /** Random texts of few different lines, which is where a diff can lose its way. */
    @Test
    void gitAppliesIt() throws Exception {
        Random random = new Random(20261121);
        for (int i = 0; i < 40; i++) {
            String before = random(random, i % 3 == 0 ? "\r\n" : "\n");
            String after = changed(random, before);
            String mark = i % 5 == 0 ? "\uFEFF" : "";
            Path file = directory.resolve("f 이.yaml");
            Files.writeString(file, mark + before);
            String diff = diff("f 이.yaml", mark + before, mark + after);
            if (diff.isEmpty()) {
                assertThat(after).isEqualTo(before);
                continue;
            }
            Path patch = directory.resolve("p.patch");
            Files.writeString(patch, "# rule (safe): does \"something\"\n" + diff);
            git(patch);
            assertThat(Files.readString(file)).as(diff).isEqualTo(mark + after);
        }
    }

    private static String random(Random random, String lineBreak) {
        StringBuilder text = new StringBuilder("first" + lineBreak);
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append("line ").append(random.nextInt(4)).append(lineBreak);
        }
        return random.nextBoolean() ? text.toString() : text + "end";
    }

    private static String changed(Random random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            if (random.nextBoolean()) {
                changed.insert(at, "new\nline ");
            } else {
                changed.delete(at, Math.min(changed.length(), at + random.nextInt(12)));
            }
        }
        return changed.append('.').toString();
    }

    private void git(Path patch) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("git", "apply", "--whitespace=nowarn", patch.toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .put("GIT_CEILING_DIRECTORIES", directory.getParent().toString());
        Process git;
        try {
            git = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "no git here");
            return;
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(git.exitValue()).as(said + Files.readString(patch)).isZero();
    }
}
