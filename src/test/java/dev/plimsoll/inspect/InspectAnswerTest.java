package dev.plimsoll.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.ReadCommands;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines, and whoever writes JSON in their place, may say. */
class InspectAnswerTest {
    private static final String FULL = """
            [{"Id":"1","Name":"/web","Image":"sha256:a","Config":{"Image":"i","User":"1","Env":["A=1"],"Cmd":["x"],
              "Entrypoint":["e"],"Volumes":{"/v":{}},"Labels":{"com.docker.compose.service":"s",
              "com.docker.compose.project.config_files":"/f"},"Healthcheck":{"Test":["CMD","a","b"],"Interval":1},
              "Tty":false,"OpenStdin":true,"AttachStdout":true},
             "HostConfig":{"Memory":1,"MemorySwap":1,"MemoryReservation":1,"MemorySwappiness":1,"ShmSize":1,"NanoCpus":1,
              "CpuQuota":1,"PidsLimit":1,"OomScoreAdj":1,"Tmpfs":{"/t":"size=1m"},"Binds":["a:/b"],
              "Mounts":[{"Type":"tmpfs","Target":"/m","TmpfsOptions":{"SizeBytes":1,"Mode":511}}],
              "RestartPolicy":{"Name":"on-failure","MaximumRetryCount":1},"LogConfig":{"Type":"none","Config":{"a":"b"}},
              "PortBindings":{"80/tcp":[{"HostIp":"::1","HostPort":"80"}]},"CapAdd":["CAP_CHOWN"],"SecurityOpt":["a=b"],
              "Devices":[{"PathOnHost":"/dev/a","PathInContainer":"/dev/b"}],"DeviceRequests":[{"Driver":"cdi",
              "DeviceIDs":["a/b=c"]}],"MaskedPaths":[],"IpcMode":"host","PidMode":"host","NetworkMode":"host"}}]
            """;

    private static ReadCommands read(String json) throws InspectException {
        List<RunningContainer> containers =
                InspectAnswer.read(new SourceFile("answer", json)).containers();
        return DockerReader.obeyed(
                containers.stream().map(RunningContainer::command).toList(), new CommandWriters());
    }

    /** Each value as each other kind: what is not understood counts for nothing, and nothing fails. */
    @Test
    void anyValueMayBeOfAnyKind() throws InspectException {
        List<String> kinds = List.of(
                "null",
                "true",
                "-1",
                "0",
                "1e9",
                "99999999999999999999",
                "9223372036854775807",
                "\"\"",
                "\"\\u0000\\uffff\\n'$(x)\"",
                "[]",
                "[[]]",
                "{}",
                "{\"\":{\"a\":[1]}}");
        Matcher values = Pattern.compile("(?<=[:\\[])(\"[^\"]*\"|\\d+|true|false)(?=[,}\\]])")
                .matcher(FULL);
        int changed = 0;
        while (values.find()) {
            for (String kind : kinds) {
                ReadCommands read = read(FULL.substring(0, values.start()) + kind + FULL.substring(values.end()));
                assertThat(read.defects()).isEmpty();
                assertThat(read.project().containers()).hasSize(1);
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(500);
    }

    /** Raw characters that JSON may hold and YAML may not. */
    @Test
    void anyCharacterOfJsonIsRead() throws InspectException {
        for (String raw :
                List.of("\u007F", "\u0085", "\u009B", "\uFEFF", "\uFFFE", "\uD800", "\uDC00x", "😀", "\u2028", "\t")) {
            assertThat(read(FULL.replace("A=1", "A=" + raw))
                            .project()
                            .containers()
                            .get(0)
                            .environment())
                    .as(raw)
                    .containsKey("A");
        }
    }

    @ParameterizedTest
    @CsvSource({"docker,67108864,false", "docker,65536000,true", "podman,65536000,false", "podman,67108864,true"})
    void eachEngineHasItsOwnSharedMemory(String program, long size, boolean asked) throws InspectException {
        String json =
                "[{\"Name\":\"web\",\"OCIRuntime\":\"%s\",\"Config\":{\"Image\":\"i\"},\"HostConfig\":{\"ShmSize\":%d}}]"
                        .formatted(program.equals("podman") ? "crun" : "", size);
        RunningContainer container =
                InspectAnswer.read(new SourceFile("answer", json)).containers().get(0);
        String text = container.command().at().text();
        assertThat(text).startsWith(program + " run");
        assertThat(text.contains("--shm-size")).isEqualTo(asked);
    }

    @Test
    void aContainerIsToldOnce() throws InspectException {
        List<String> names = new ArrayList<>();
        String twice = FULL.strip().replaceFirst("]$", ",") + FULL.strip().substring(1);
        InspectAnswer.read(new SourceFile("answer", twice)).containers().forEach(found -> names.add(found.name()));
        assertThat(names).containsExactly("web");
    }
}
