package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizePolicyTest {
    private static final SizePolicy COMMON = new SizePolicy(20, 30, 50, ByteSize.mebibytes(64));

    private static Optional<ByteSize> suggested(SizePolicy policy, String limit, String tmpfs) {
        String text = "services:\n  a:\n    image: x\n    " + limit + "\n    tmpfs: " + tmpfs + "\n";
        Container container = ComposeReader.read(new SourceFile("compose.yaml", text), List.of())
                .project()
                .containers()
                .get(0);
        return policy.suggest(container.tmpfsMounts().get(0), container, new TmpfsSums());
    }

    @ParameterizedTest
    @CsvSource({
        "/tmp, 192m",
        "/var/lib/x, 192m",
        "/var/cache/nginx, 256m",
        "/root/.cache, 256m",
        "/builds, 512m",
        "/home/jenkins/agent, 512m",
        "/src/target, 512m",
    })
    void dependsOnWhatThePathIsFor(String path, String size) {
        assertThat(suggested(COMMON, "mem_limit: 1g", path)).hasToString("Optional[" + size + "]");
    }

    @Test
    void followsItsNumbers() {
        SizePolicy careful = new SizePolicy(10, 20, 30, ByteSize.mebibytes(16));
        assertThat(suggested(careful, "mem_limit: 1g", "/tmp")).contains(ByteSize.mebibytes(96));
        assertThat(suggested(careful, "mem_limit: 1g", "/var/cache/x")).contains(ByteSize.mebibytes(192));
        assertThat(suggested(careful, "mem_limit: 1g", "/builds")).contains(ByteSize.mebibytes(256));
        assertThat(suggested(careful, "cpus: 1", "/tmp")).contains(ByteSize.mebibytes(16));
        assertThat(suggested(COMMON, "cpus: 1", "/tmp")).contains(ByteSize.mebibytes(64));
    }

    @Test
    void leavesHalfOfTheLimitFree() {
        assertThat(suggested(COMMON, "mem_limit: 1g", "[/builds, /target]")).contains(ByteSize.mebibytes(256));
        assertThat(suggested(COMMON, "mem_limit: 1g", "[/tmp, '/x:size=480m']")).contains(ByteSize.mebibytes(32));
        assertThat(suggested(COMMON, "mem_limit: 1g", "[/tmp, '/x:size=512m']")).isEmpty();
    }
}
