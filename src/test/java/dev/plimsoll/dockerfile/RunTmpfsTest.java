package dev.plimsoll.dockerfile;

import static dev.plimsoll.dockerfile.Dockerfiles.read;
import static dev.plimsoll.dockerfile.Dockerfiles.tmpfs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.model.TmpfsSize;
import dev.plimsoll.model.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTmpfsTest {
    @Test
    void isReadWithItsCommand() {
        Dockerfile file = read("""
                FROM node:18 AS builder
                WORKDIR /app
                RUN --mount=type=tmpfs,target=/app/.next \\
                    npm run build && \\
                    cp -r .next /tmp/.next
                FROM node:18-alpine
                COPY --from=builder /tmp/.next ./.next
                """);

        Instruction.Run run = file.runsOnTmpfs().get(0);
        RunTmpfs mount = run.tmpfs().get(0);
        assertThat(run.command().value()).contains("npm run build").contains("cp -r .next /tmp/.next");
        assertThat(run.workdir().known()).contains(new ContainerPath("/app"));
        assertThat(mount.at().text()).isEqualTo("--mount=type=tmpfs,target=/app/.next");
        assertThat(mount.target().known()).contains("/app/.next");
        assertThat(mount.path()).contains(new ContainerPath("/app/.next"));
        assertThat(mount.size().isAbsent()).isTrue();
    }

    @Test
    void hasOptions() {
        RunTmpfs mount = tmpfs(
                read("FROM x\nARG S=64m\nRUN --network=none --mount=TYPE=Tmpfs,dst=t,size=${S},mode=0755,ro x\n"));

        assertThat(mount.size().known()).contains(new TmpfsSize.Bytes(new ByteSize(64 * 1024 * 1024)));
        assertThat(mount.size().place().text()).isEqualTo("${S}");
        assertThat(mount.path()).isEmpty();
        assertThat(mount.options().get(3).value()).isEqualTo(new TmpfsOption("mode", Optional.of("0755"), true));
        assertThat(mount.options().get(3).at().text()).isEqualTo("mode=0755");
        assertThat(mount.options().get(4).value()).isEqualTo(new TmpfsOption("ro", Optional.empty(), true));
    }

    @Test
    void hasSizesInDockersGrammar() {
        String top = "FROM scratch\nRUN --mount=type=tmpfs,target=t,size=";

        assertThat(tmpfs(read(top + "1.5GB x\n")).size().known())
                .contains(new TmpfsSize.Bytes(new ByteSize(1536L * 1024 * 1024)));
        assertThat(tmpfs(read(top + "0 x\n")).size().isAbsent()).isTrue();
        assertThat(tmpfs(read(top + "1m,size=2m x\n")).size().known())
                .contains(new TmpfsSize.Bytes(new ByteSize(2 * 1024 * 1024)));
        assertThat(((Field.Present<TmpfsSize>) tmpfs(read(top + "50% x\n")).size())
                        .value()
                        .value())
                .isInstanceOf(Value.Invalid.class);
        assertThat(tmpfs(read(top + "$S x\n")).size().known()).isEmpty();
        assertThat(tmpfs(read(top + "1m x\n")).path()).contains(new ContainerPath("/t"));
    }

    @Test
    void stopsWhereTheCommandBegins() {
        assertThat(read("FROM x\nRUN echo --mount=type=tmpfs,target=/a\n").runsOnTmpfs())
                .isEmpty();
        assertThat(read("FROM x\nRUN -- --mount=type=tmpfs,target=/a\n").runsOnTmpfs())
                .isEmpty();
        assertThat(read("FROM x\nRUN --mount=type=cache,target=/a --mount=target=/b --mount=type=$T x\n")
                        .runsOnTmpfs())
                .isEmpty();
        assertThat(read("FROM x\nRUN --mount=type=tmpfs,target=/a --mount=type=tmpfs,target=/b x\n")
                        .runsOnTmpfs()
                        .get(0)
                        .tmpfs())
                .hasSize(2);
    }

    @Test
    void mayBeInQuotes() {
        assertThat(tmpfs(read("FROM x\nRUN --mount=\"type=tmpfs,target=/a b\" x\n"))
                        .path())
                .contains(new ContainerPath("/a b"));
        assertThat(tmpfs(read("FROM x\nRUN --mount=type=tmpfs,\\\"target=/a,b\\\" x\n"))
                        .path())
                .contains(new ContainerPath("/a,b"));
    }

    @Test
    void isAtTheWorkingDirectoryWithoutTarget() {
        assertThat(tmpfs(read("FROM x\nWORKDIR /w\nRUN --mount=type=tmpfs x\n")).path())
                .contains(new ContainerPath("/w"));
    }

    @Test
    void takesAHereDocumentForItsCommand() {
        Instruction.Run run = read("FROM x\nRUN --mount=type=tmpfs,target=/t <<EOF\ncp -r /t /out\nEOF\n")
                .runsOnTmpfs()
                .get(0);

        assertThat(run.scripts().get(0).value()).isEqualTo("cp -r /t /out\n");
        assertThat(run.command().value()).isEqualTo("<<EOF");
    }
}
