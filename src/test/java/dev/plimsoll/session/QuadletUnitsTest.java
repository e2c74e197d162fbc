package dev.plimsoll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which drop-ins belong to which unit; the directories are those of podman's own GetUnitDropinPaths. */
class QuadletUnitsTest {
    @TempDir
    Path directory;

    private File file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "").toFile();
    }

    @Test
    void directoriesFromTheMostSpecificOn() {
        assertThat(QuadletUnits.directories("web.container")).containsExactly("web.container.d", "container.d");
        assertThat(QuadletUnits.directories("a-b-c.container"))
                .containsExactly("a-b-c.container.d", "a-b-.container.d", "a-.container.d", "container.d");
        assertThat(QuadletUnits.directories("web@.container")).containsExactly("web@.container.d", "container.d");
        assertThat(QuadletUnits.directories("web@1.container"))
                .containsExactly("web@1.container.d", "web@.container.d", "container.d");
        assertThat(QuadletUnits.directories("a-b@c-d.container"))
                .containsExactly(
                        "a-b@c-d.container.d", "a-b@.container.d", "a-@.container.d", "a-.container.d", "container.d");
    }

    @Test
    void ofOneNameTheMostSpecificIsMerged() throws IOException {
        File unit = file("a-b.container");
        List<File> expected = List.of(
                file("container.d/05-all.conf"), file("a-b.container.d/10-own.conf"), file("a-.container.d/20-a.conf"));
        file("container.d/10-own.conf");
        file("a-.container.d/10-own.conf");
        file("a-b.container.d/notes.txt");
        file("b.container.d/00-other.conf");
        assertThat(QuadletUnits.dropIns(unit)).isEqualTo(expected);
        assertThat(QuadletUnits.dropIns(file("other/web.container"))).isEmpty();
    }

    @Test
    void aDropInLeadsToItsUnits() throws IOException {
        File web = file("web.container");
        File one = file("web@1.container");
        File two = file("web@2.container");
        assertThat(QuadletUnits.unitsOf(file("web.container.d/a.conf"))).containsExactly(web);
        assertThat(QuadletUnits.unitsOf(file("web@.container.d/a.conf"))).containsExactly(one, two);
        assertThat(QuadletUnits.unitsOf(file("container.d/a.conf"))).containsExactly(web, one, two);
        assertThat(QuadletUnits.unitsOf(file("db.container.d/a.conf"))).isEmpty();
        assertThat(QuadletUnits.unitsOf(file("web.service.d/a.conf"))).isEmpty();
        assertThat(QuadletUnits.unitsOf(file("nginx.conf"))).isEmpty();
    }
}
