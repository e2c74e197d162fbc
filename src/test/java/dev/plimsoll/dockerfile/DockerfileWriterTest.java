package dev.plimsoll.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--mount=type=tmpfs,mode=1777,target=/a | --mount=type=tmpfs,target=/a",
                "--mount=mode=1777,type=tmpfs | --mount=type=tmpfs",
                "--mount=type=tmpfs,mode=1777 | --mount=type=tmpfs",
            })
    void removesAnOptionOfABuild(String flag, String expected) {
        SourceFile file = new SourceFile("Dockerfile", "FROM debian:12\nRUN " + flag + " make\n");
        Text text = Text.verbatim(new Location(file, new Span(0, file.text().length())));
        BuildTmpfs mount = BuildTmpfsReader.alone(text, false).tmpfs().get(0);
        Located<TmpfsOption> mode = mount.options().stream()
                .filter(option -> option.value().key().equals("mode"))
                .findFirst()
                .orElseThrow();
        List<Edit> edits = new ArrayList<>();
        assertThat(mount.writer().write(new Change.RemoveBuildOption(mode), List.of(), edits))
                .isEmpty();
        assertThat(Fix.apply(file, edits)).isEqualTo("FROM debian:12\nRUN " + expected + " make\n");
    }
}
