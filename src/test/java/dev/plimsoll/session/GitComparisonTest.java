package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches made-up work trees, and asks git what it would have found. Each seed makes a repository of many trees. */
@EnabledIf("dev.plimsoll.session.GitProgram#exists")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the names in the trees are not allowed there")
class GitComparisonTest {
    private static final int TREES = 20;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void findsWhatGitLists(int seed) throws Exception {
        Path home = Files.createDirectories(temporary.resolve("home"));
        GitProgram git = new GitProgram(home);
        Path root = Files.createDirectories(temporary.resolve("tree"));
        git.run(root, "init", "-q", seed % 5 == 0 ? "--object-format=sha256" : "--object-format=sha1");
        git.run(root, "config", "core.ignoreCase", seed % 4 == 0 ? "true" : "false");
        git.run(root, "config", "core.splitIndex", seed % 3 == 0 ? "true" : "false");
        git.run(root, "config", "index.version", String.valueOf(2 + seed % 3));
        List<RandomTree> trees = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            Path directory = Files.createDirectories(root.resolve("t" + i));
            trees.add(RandomTree.in(directory, seed * 1000L + i));
        }
        RandomTree first = trees.get(0);
        Files.writeString(root.resolve(".git/info/exclude"), first.patterns(""));
        Files.createDirectories(home.resolve(".config/git"));
        Files.writeString(home.resolve(".config/git/ignore"), trees.get(1).patterns(""));
        compare(root, git, home);

        if (seed % 4 == 0) {
            // to git, a file is tracked then if one whose name differs in its case is
            return;
        }
        for (int round = 0; round < 2; round++) {
            track(git, root, trees);
            compare(root, git, home);
        }
        git.run(root, "rm", "-rq", "--cached", "--ignore-unmatch", "t2", "t3");
        compare(root, git, home);
        for (int i = 0; i < TREES; i++) {
            Path below = root.resolve("t" + i);
            compare(below, git, home);
        }
    }

    private static void track(GitProgram git, Path root, List<RandomTree> trees) throws Exception {
        List<String> add = new ArrayList<>(List.of("add", "-f", "--"));
        for (int i = 0; i < trees.size(); i++) {
            for (String file : trees.get(i).files()) {
                if (trees.get(i).random().nextInt(6) == 0) {
                    add.add(":(literal)t" + i + "/" + file);
                }
            }
        }
        git.run(root, add.toArray(String[]::new));
    }

    private static void compare(Path directory, GitProgram git, Path home) throws Exception {
        List<String> ours = found(directory, home);
        List<String> theirs = git.composeFiles(directory);
        List<String> more = new ArrayList<>(ours);
        more.removeAll(theirs);
        List<String> less = new ArrayList<>(theirs);
        less.removeAll(ours);
        assertThat(more).as("found, and git ignores it").isEmpty();
        assertThat(less).as("not found, and git lists it").isEmpty();
        assertThat(ours).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> found(Path directory, Path home) throws IOException {
        return new ComposeSearch(directory.toFile(), false, List.of(), Map.of("HOME", home.toString())).files();
    }
}
