package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.model.Container;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compose documents in Markdown, loaded with the places of the outer file. */
class EmbeddedDocumentTest {
    private static Loaded load(SourceFile file) {
        Embedded embedded = Hosts.read(file, HostKind.MARKDOWN);
        assertThat(embedded.composeDocuments()).hasSize(1);
        ComposeDocument document = embedded.composeDocuments().get(0);
        ProjectFiles files = new ProjectFiles(File::getPath, new TrustBoundary(new File("").getAbsoluteFile()));
        File name = new File("README.md");
        files.put(name, document.at(), document.content(), false);
        return ProjectLoader.load(List.of(name), files, LoadOptions.PLAIN);
    }

    @Test
    void placesAreThoseOfTheOuterFile() {
        String text =
                "# 제목 😀\n\n1. > ```yaml\n   > services:\n   >   app:\n   >     image: x\n   >     tmpfs: /tmp\n   > ```\n";
        Loaded loaded = load(new SourceFile("README.md", text));
        assertThat(loaded.errors()).isEmpty();
        Container container = loaded.project().containers().get(0);
        Location at = container.tmpfsMounts().get(0).target().at();
        assertThat(at.file().path()).isEqualTo("README.md");
        assertThat(at.start()).isEqualTo(new Position(7, 17));
        assertThat(at.text()).isEqualTo("/tmp");
    }

    @Test
    void whatIsNotShownMayStandElsewhere() {
        Loaded loaded = load(new SourceFile("README.md", "```yaml\nservices:\n  app:\n    volumes: [data:/x]\n```\n"));
        assertThat(loaded.project().partial()).isTrue();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.findings()).isEmpty();
    }
}
