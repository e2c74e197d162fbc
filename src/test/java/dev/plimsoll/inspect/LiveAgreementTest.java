package dev.plimsoll.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.dockerrun.Commands;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.testkit.ModelDump;
import dev.plimsoll.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers that are started on the engine that {@code docker} reaches, against their command lines: {@code -Pengine}. */
@Tag("engine")
class LiveAgreementTest {
    private static final String NAME = "plimsoll-live";
    private static final String VOLUME = "plimsoll-live-data";
    private static final String IMAGE = "busybox";

    private static final List<String> OPTIONS = List.of(
            "",
            "-m 64m",
            "-m 64m --memory-swap 64m",
            "-m 64m --memory-swap 96m",
            "-m 64m --memory-swap -1",
            "-m 64m --memory-reservation 32m",
            "-m 0.5g --cpus 0.25",
            "--cpu-quota 50000",
            "--pids-limit 100",
            "--shm-size 128m",
            "--tmpfs /scratch",
            "--tmpfs /scratch:size=16m",
            "--tmpfs /scratch:rw,exec,mode=1770,size=16384k --tmpfs /other:ro",
            "--mount type=tmpfs,target=/scratch",
            "--mount type=tmpfs,target=/scratch,tmpfs-size=16m,tmpfs-mode=700",
            "--read-only --tmpfs /tmp",
            "-v " + VOLUME + ":/data",
            "-v " + VOLUME + ":/data:ro,nocopy",
            "-v /anonymous",
            "--mount type=volume,source=" + VOLUME + ",target=/data,readonly",
            "--mount type=volume,target=/data,volume-nocopy",
            "-v /tmp:/host:ro",
            "--restart unless-stopped",
            "--restart on-failure:2",
            "-e A=1 -e B= -e C='x y'",
            "-u 1000:1000 -w /tmp",
            "--cap-drop ALL --cap-add CHOWN --cap-add SYS_TIME",
            "--privileged",
            "--security-opt no-new-privileges --security-opt seccomp=unconfined",
            "--pid host --ipc host --network none",
            "--log-driver json-file --log-opt max-size=1m --log-opt max-file=2",
            "--health-cmd true --health-interval 30s",
            "--no-healthcheck --entrypoint /bin/sleep",
            "-i",
            "--oom-score-adj 100 -p 127.0.0.1:18080:80/udp");

    @TempDir
    Path directory;

    @Test
    void whatIsStartedIsWhatItsCommandSays() throws IOException, InterruptedException, InspectException {
        Program program = Program.in(directory);
        assumeTrue(Program.exists("docker"), "no docker");
        assumeTrue(
                program.run("timeout", "20", "docker", "image", "inspect", IMAGE)
                                .code()
                        == 0,
                "no engine with busybox");
        EngineProgram engine = EngineProgram.of(System.getenv(), false);
        List<String> differing = new ArrayList<>();
        for (String options : OPTIONS) {
            String command = "docker run -d --name " + NAME + " " + options + " " + IMAGE + " 599";
            try {
                program.succeed("sh", "-c", command.replace(IMAGE + " 599", IMAGE + sleep(options)));
                RunningContainer made =
                        engine.inspect(List.of(NAME)).containers().get(0);
                String asked = dump(command.replace(IMAGE + " 599", IMAGE + sleep(options)));
                String found = ModelDump.of(DockerReader.obeyed(List.of(made.command()), new CommandWriters())
                                .project()
                                .containers()
                                .get(0))
                        .toString();
                if (!asked.equals(found)) {
                    differing.add(options + "\n" + asked + "\n" + found);
                }
            } finally {
                program.run("docker", "rm", "--force", "--volumes", NAME);
            }
        }
        program.run("docker", "volume", "rm", VOLUME);
        assertThat(differing).isEmpty();
    }

    private static String sleep(String options) {
        return options.contains("--entrypoint") ? " 599" : " sleep 599";
    }

    private static String dump(String command) {
        return ModelDump.of(Commands.script(command).project().containers().get(0))
                .toString();
    }
}
