package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class TmpfsMountTest {
    private static TmpfsMount mount(String declaration) {
        String text = "services:\n  a:\n    image: x\n    tmpfs: [\"" + declaration + "\"]\n";
        return ComposeReader.read(new SourceFile("a/compose.yaml", text), List.of())
                .project()
                .containers()
                .get(0)
                .tmpfsMounts()
                .get(0);
    }

    private static String option(String declaration, String key) {
        return mount(declaration).option(key).map(option -> option.at().text()).orElse("none");
    }

    @Test
    void ofAnOptionThatIsWrittenTwiceTheLastCounts() {
        assertThat(option("/tmp:size=1m,mode=700,size=2m,mode=1777", "size")).isEqualTo("size=2m");
        assertThat(option("/tmp:size=1m,mode=700,size=2m,mode=1777", "mode")).isEqualTo("mode=1777");
        assertThat(option("/tmp:size=1m", "mode")).isEqualTo("none");
        assertThat(mount("/tmp:size=1m,size=2m").bytes()).contains(ByteSize.mebibytes(2));
    }

    @Test
    void ofTwoOppositeFlagsTheLastIsInForce() {
        assertThat(mount("/tmp:exec,size=1m,noexec").flag("exec", "noexec").map(flag -> flag.value()
                        .key()))
                .contains("noexec");
        assertThat(mount("/tmp:noexec,exec").flag("exec", "noexec").map(flag -> flag.value()
                        .key()))
                .contains("exec");
        assertThat(mount("/tmp:size=1m").flag("exec", "noexec")).isEmpty();
    }
}
