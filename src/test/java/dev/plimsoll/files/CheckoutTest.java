package dev.plimsoll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be written of a checkout that brings symbolic links along, and of what lies around it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make symbolic links there")
class CheckoutTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path top = Path.of("");
    private Path project = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        top = temporary.toRealPath();
        project = Files.createDirectories(top.resolve("proj"));
        Files.createDirectories(project.resolve("sub/deep"));
        Files.createDirectories(project.resolve(".git/hooks"));
        Files.createDirectories(project.resolve("module"));
        Files.writeString(project.resolve("module/.git"), "gitdir: ../.git/modules/module\n");
        Files.createDirectories(top.resolve("out"));
        Files.writeString(top.resolve("out/file"), "mine");
        Files.writeString(project.resolve("file"), "file");
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(top.resolve(path), Path.of(target));
    }

    private Path place(String workingDirectory, String path) throws IOException {
        Path directory = top.resolve(workingDirectory);
        return top.relativize(new Checkout(directory.toFile())
                .destination(directory.resolve(path).toFile())
                .path());
    }

    @ParameterizedTest
    @CsvSource({
        // the link of the repository, where it leads, what is written, and from where
        "r, ../out/file, r, proj",
        "r, ../out/none, r, proj",
        "r, ../out, r/new, proj",
        "r, .., r/out/file, proj",
        "r, /, r/new, proj",
        "sub/r, ../../out/file, r, proj/sub",
        "r, ../out/file, ../r, proj/sub",
        "r, ../out/file, proj/r, .",
        "r, ../out/file, ../proj/r, out",
        "r, .git/hooks/post-checkout, r, proj",
        "r, .git, r/config, proj",
        "r, .GIT/config, r, proj",
        "r, sub/../../out/file, r, proj",
        "module/r, ../file, module/r, proj",
        "r, r, r, proj",
    })
    void aLinkThatLeadsOutIsNotFollowed(String link, String target, String path, String from) throws IOException {
        link("proj/" + link, target);
        assertThatThrownBy(() -> place(from, path))
                .isInstanceOf(UnwritableException.class)
                .hasMessageStartingWith("is reached through a ");
    }

    @Test
    void aChainOfLinksIsFollowedToItsEnd() throws IOException {
        link("proj/a", "sub/b");
        link("proj/sub/b", "deep/c");
        link("proj/sub/deep/c", "../../../out/file");
        assertThatThrownBy(() -> place("proj", "a"))
                .hasMessage("is reached through a symbolic link that leads out of " + project + ", to "
                        + top.resolve("out/file"));
        Files.delete(project.resolve("sub/deep/c"));
        link("proj/sub/deep/c", "../../file");
        assertThat(place("proj", "a")).hasToString("proj/file");
    }

    @ParameterizedTest
    @CsvSource({
        "r, file, r, proj/file",
        "r, sub, r/deep/new, proj/sub/deep/new",
        "r, none/new, r, proj/none/new",
        "sub/r, .., sub/r/file, proj/file",
        "r, ../proj/file, r, proj/file",
        "r, module, r/new, proj/module/new",
        "r, file, sub/../r, proj/file",
    })
    void aLinkThatStaysInsideIsFollowed(String link, String target, String path, String place) throws IOException {
        link("proj/" + link, target);
        assertThat(place("proj", path)).hasToString(place);
    }

    @Test
    void whatTheUserNamesMayLieAnywhere() throws IOException {
        assertThat(place("proj", "../out/file")).hasToString("out/file");
        assertThat(place("proj", top.resolve("out/new").toString())).hasToString("out/new");
        assertThat(place("proj", ".git/description")).hasToString("proj/.git/description");
        // the user's own link
        link("out/mine", "../elsewhere");
        assertThat(place("proj", "../out/mine")).hasToString("elsewhere");
        link("shortcut", "proj");
        assertThat(place("out", "../shortcut/file")).hasToString("proj/file");
        link("proj/r", "../out/file");
        assertThatThrownBy(() -> place("out", "../shortcut/r")).hasMessageContaining("leads out of " + project);
    }

    @Test
    void withoutGitTheWorkingDirectoryIsTheCheckout() throws IOException {
        Files.createDirectories(top.resolve("plain/sub"));
        link("plain/sub/in", "../file");
        link("plain/sub/out", "../../out/file");
        assertThat(place("plain", "sub/in")).hasToString("plain/file");
        assertThatThrownBy(() -> place("plain", "sub/out")).hasMessageContaining("leads out of " + top + "/plain");
        assertThatThrownBy(() -> place("plain/sub", "in")).hasMessageContaining("leads out of " + top + "/plain/sub");
    }

    @Test
    void whatAConfigurationNamesStaysInItsCheckout() throws IOException {
        Checkout checkout = new Checkout(project.toFile());
        assertThat(checkout.destination(
                                project.resolve("b.yaml").toFile(),
                                project.resolve("sub").toFile())
                        .path())
                .isEqualTo(project.resolve("b.yaml"));
        for (String path : new String[] {"../out/file", "sub/../../out/new", ".git/config", "/etc/plimsoll"}) {
            assertThatThrownBy(() -> checkout.destination(project.resolve(path).toFile(), project.toFile()))
                    .as(path)
                    .hasMessage("lies outside of " + project);
        }
    }

    @Test
    void aPathThatLeadsElsewhereMeanwhileIsNoticed() throws IOException {
        Path file = project.resolve("sub/report");
        Destination destination = new Checkout(project.toFile()).destination(file.toFile());
        Files.delete(project.resolve("sub/deep"));
        Files.delete(project.resolve("sub"));
        link("proj/sub", "../out");
        assertThatThrownBy(() -> new WholeFiles().write(destination, out -> out.write('x'), () -> {}))
                .isInstanceOf(UnwritableException.class);
        assertThat(top.resolve("out").toFile().list()).containsExactly("file");
    }
}
