package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.engine.LintResult;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Commands put together at random, from text to fix: no failure, and fixes that do what they say and nothing else. */
class DockerCommandPropertyTest {
    static final List<String> WORDS = List.of(
            "-m 1g",
            "-m 512",
            "--memory=2g",
            "-m \"2g\"",
            "--memory-swap 1g",
            "--memory-swap=-1",
            "--memory-reservation 3g",
            "-dit",
            "--rm",
            "--restart always",
            "--tmpfs /tmp",
            "--tmpfs /tmp:size=2g,noswap",
            "--tmpfs='/run:size=64mb'",
            "--tmpfs /var/lib/postgresql/data",
            "--tmpfs /x:,size=0,",
            "--tmpfs",
            "--mount type=tmpfs,target=/a",
            "--mount \"type=tmpfs,target=/b,size=1m\"",
            "--mount 'type=tmpfs,\"tmpfs-size=1g\",dst=/c'",
            "--mount type=bind,source=/x",
            "--mount",
            "-v data:/data",
            "-v $(pwd):/app",
            "-v $PWD/x:/y:ro",
            "-v d:/x",
            "-v /anonymous",
            "-v tv:/tv",
            "-p 8080:80",
            "-p8080:80",
            "-p 99999:1",
            "--shm-size 1g",
            "--kernel-memory 10m",
            "--name db",
            "--name \"$N\"",
            "--mem 1g",
            "--x",
            "-Z",
            "-e A=1",
            "$OPTS",
            "\"${args[@]}\"",
            "${M:-64m}",
            "--memory ${M:-64m}",
            "<size>",
            "--",
            "-",
            "''",
            "\\\n ",
            "\\\r\n  ",
            "\t",
            "\"",
            "'",
            "#",
            "postgres:16",
            "redis",
            "mysql:8.4 --tmpfs /x",
            "myapp",
            "$IMAGE",
            "sh -c 'x y'",
            ";",
            "\n");

    private static final List<String> BEGINNINGS = List.of(
            "docker run ",
            "docker run \\\n  -d \\\n  ",
            "sudo docker container run ",
            "podman run ",
            "docker create ",
            "docker volume create -o type=tmpfs -o device=tmpfs tv\ndocker run ",
            "docker volume create --driver local ",
            "docker -H x run ");

    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> command = Arbitraries.of(BEGINNINGS).flatMap(begin -> Arbitraries.of(WORDS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(words -> begin + String.join(" ", words)));
        return command.list().ofMinSize(1).ofMaxSize(3).map(commands -> String.join("\n", commands) + "\n");
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE, tries = 2000)
    void anyCommandIsLintedAndItsFixesHold(@ForAll("scripts") String text) {
        SourceFile file = new SourceFile("deploy.sh", text);
        LintResult before = Lint.strict(file);
        assertThat(before.defects()).isEmpty();
        assertThat(before.errors()).isEmpty();
        for (Diagnostic diagnostic : before.diagnostics()) {
            assertThat(diagnostic.finding().at().span().end()).isLessThanOrEqualTo(text.length());
            for (Fix fix : diagnostic.finding().fixes()) {
                SourceFile fixed = new SourceFile("deploy.sh", fix.applyTo(file));
                LintResult after = Lint.strict(fixed);
                assertThat(after.defects()).isEmpty();
                assertThat(count(after, diagnostic))
                        .as(diagnostic.rule() + ": " + diagnostic.finding().message() + "\n--- before\n" + text
                                + "\n--- after\n" + fixed.text())
                        .isLessThan(count(before, diagnostic));
            }
        }
    }

    /** How often a finding is there: of one rule, in one container, on one thing. */
    private static long count(LintResult result, Diagnostic diagnostic) {
        return result.diagnostics().stream()
                .filter(other -> other.rule().equals(diagnostic.rule())
                        && other.finding()
                                .container()
                                .equals(diagnostic.finding().container())
                        && other.finding()
                                .evidence()
                                .equals(diagnostic.finding().evidence()))
                .count();
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyTextOfAShellIsLinted(@ForAll("hostile") String text) {
        LintResult result = Lint.strict(new SourceFile("deploy.sh", text));
        assertThat(result.defects()).isEmpty();
        for (Diagnostic diagnostic : result.diagnostics()) {
            assertThat(diagnostic.finding().at().span().end()).isLessThanOrEqualTo(text.length());
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("-=,:/\"'$\\ \n\r\tmvptde0g<>&|;#{}[]()*~!%\u0000\uFFFFé😀")
                .ofMaxLength(60)
                .map(tail -> "docker run " + tail);
    }
}
