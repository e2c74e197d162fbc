package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compose files that scripts write with here-documents are linted in the script. */
class WrittenDocumentTest {
    private static final String SCRIPT = """
            #!/bin/sh
            cat > compose.yaml <<'EOF'
            services:
              web:
                image: nginx
                tmpfs:
                  - /run
                  - /tmp # plimsoll: ignore[tmpfs-unbounded] a lock file
                mem_limit: ${QUOTED}
            EOF
            cat > /srv/docker-compose.yml <<EOF
            services:
              db:
                image: postgres:$VERSION
                tmpfs: /var/run/postgresql
                mem_limit: ${LIMIT}
                hostname: $(hostname -s)
                volumes: ["data:/var/lib/postgresql/data"]
            volumes:
              data:
            EOF
            docker run --name app --tmpfs /x app
            """;

    @TempDir
    Path directory;

    @Test
    void findingsStandInTheScript() {
        Run run = Run.in(directory).file("install.sh", SCRIPT);
        assertThat(run.plimsoll("check", "--isolated", "--output", "concise", "install.sh")
                        .out())
                .contains("install.sh:7:9: warning[tmpfs-unbounded] tmpfs /run of \"web\"")
                .contains("install.sh:9:16: warning[variable-unset]")
                .contains("install.sh:15:12: warning[tmpfs-unbounded] tmpfs /var/run/postgresql of \"db\"")
                .contains("install.sh:22:31: warning[tmpfs-unbounded] tmpfs /x of \"app\"")
                .doesNotContain("tmpfs /tmp")
                // the shell puts it there, and Compose meets no variable
                .doesNotContain("LIMIT}, which has no default: where LIMIT ");
    }

    @Test
    void fixesAreWrittenIntoTheScript() throws IOException {
        Run run = Run.in(directory).file("install.sh", SCRIPT);
        assertThat(run.plimsoll("fix", "--write", "--unsafe-fixes", "--select", "tmpfs-unbounded", "install.sh")
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(directory.resolve("install.sh")))
                .isEqualTo(SCRIPT.replace("- /run\n", "- /run:size=64m\n")
                        .replace("tmpfs: /var/run/postgresql", "tmpfs: /var/run/postgresql:size=64m")
                        .replace("--tmpfs /x", "--tmpfs /x:size=64m"));
    }

    @Test
    void inMarkdownToo() {
        String quoted = ("```bash\n" + SCRIPT + "```\n").replaceAll("(?m)^", "> ");
        Run run = Run.in(directory).file("README.md", "# Install\n\n" + quoted);
        assertThat(run.plimsoll(
                                "check",
                                "--isolated",
                                "--select",
                                "tmpfs-unbounded",
                                "--output",
                                "concise",
                                "README.md")
                        .out())
                .contains("README.md:10:11: ")
                .contains("README.md:18:14: ")
                .contains("README.md:25:33: ")
                .doesNotContain("tmpfs /tmp");
    }

    @Test
    void whatAShellWouldChangeMoreIsLeftAlone() {
        String escaped = "cat > compose.yaml <<EOF\nservices:\n  a:\n    image: \"x\\$Y\"\n    tmpfs: /x\nEOF\n";
        Run run = Run.in(directory)
                .file("escaped.sh", escaped)
                .file("tabs.sh", "cat > compose.yaml <<-EOF\n\tservices: {a: {image: x, tmpfs: /x}}\n\tEOF\n")
                .file("appended.sh", escaped.replace(">", ">>").replace("\\", ""))
                .file("open.sh", escaped.replace("\\", "").replace("EOF\n", "").replace("<<EOF", "<<EOF\n"));
        assertThat(run.check("--isolated", "escaped.sh", "tabs.sh", "appended.sh", "open.sh")
                        .findings())
                .isEmpty();
    }
}
