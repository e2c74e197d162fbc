package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples in AsciiDoc and reStructuredText are linted and mended in place, and are documentation as Markdown is. */
class ProseTest {
    private static final String ASCIIDOC = """
            = Shop

            .compose.yaml
            [source,yaml,subs=attributes+]
            ----
            services:
              db:
                image: postgres:{db} # <1>
                tmpfs: /run <2>
                memswap_limit: 2g
                mem_limit: {memory}
              cache:
                image: redis
                tmpfs: /tmp # plimsoll: ignore[tmpfs-unbounded] a lock file
            ----
            <1> The database.

            // plimsoll: ignore[tmpfs-unbounded] as an example
            [source,console]
            ----
            $ docker run --tmpfs /a shop
            ----

            [source,console,subs=attributes]
            ----
            $ docker run --tmpfs /b --tmpfs {dir} shop:{version} <1>
            ----

            [source,yaml]
            ----
            services:
              mailer:
                class: Mailer
                public: true
            ----
            """;

    private static final String REST = """
            Shop
            ====

            .. code-block:: yaml
               :caption: compose.yaml

               services:
                 db:
                   image: postgres
                   tmpfs: /run

            * Or::

                docker run --tmpfs /a \\
                  shop

              .. plimsoll: ignore[tmpfs-unbounded] as an example

              .. code-block:: bash

                 docker run --tmpfs /b shop
            """;

    @TempDir
    Path directory;

    private Run run() {
        return Run.in(directory).file("a.adoc", ASCIIDOC).file("docs/a.rst", REST);
    }

    @Test
    void findingsStandInTheDocument() {
        assertThat(run().plimsoll("check", "--isolated", "--output", "concise", "a.adoc", "docs/a.rst")
                        .out()
                        .lines()
                        .map(line -> line.replaceAll(" tmpfs.*", "")))
                .as("nothing of data that is nowhere, as of any documentation")
                .containsExactly(
                        "a.adoc:9:12: warning[tmpfs-unbounded]",
                        "a.adoc:26:22: warning[tmpfs-unbounded]",
                        "docs/a.rst:10:15: warning[tmpfs-unbounded]",
                        "docs/a.rst:14:24: warning[tmpfs-unbounded]");
    }

    @Test
    void rulesAboutDataRunIfTheyAreSelected() {
        assertThat(run().plimsoll(
                                "check",
                                "--isolated",
                                "--select",
                                "database-untagged",
                                "--output",
                                "concise",
                                "docs/a.rst")
                        .out())
                .contains("docs/a.rst:9:15: ");
    }

    @Test
    void fixesAreWrittenIntoTheDocument() throws IOException {
        Run run = run();
        run.plimsoll("fix", "--write", "--unsafe-fixes", "--select", "tmpfs-unbounded", "a.adoc", "docs/a.rst");
        assertThat(Files.readString(directory.resolve("a.adoc")))
                .isEqualTo(ASCIIDOC.replace("/run <2>", "/run:size=64m <2>").replace("/b", "/b:size=64m"));
        assertThat(Files.readString(directory.resolve("docs/a.rst")))
                .isEqualTo(REST.replace("/run", "/run:size=64m").replace("/a ", "/a:size=64m "));
    }

    @Test
    void theSearchAndStandardInputKnowTheirNames() throws IOException {
        Run run = run();
        assertThat(run.plimsoll("check", "--isolated", "--embedded", "--output", "concise", ".")
                        .out())
                .contains("a.adoc:9:12: ", "docs/a.rst:10:15: ");
        assertThat(run.input(REST)
                        .plimsoll("check", "--isolated", "--output", "concise", "-", "--stdin-filename", "b.rst")
                        .out())
                .contains("b.rst:14:24: ");
    }

    @Test
    void commentsAreAddedAsTheDocumentHasThem() throws IOException {
        Run run = run();
        run.plimsoll("check", "--isolated", "--add-ignores", "an example", "a.adoc", "docs/a.rst");
        assertThat(Files.readString(directory.resolve("docs/a.rst")))
                .contains("\n.. plimsoll: ignore[tmpfs-unbounded] an example\n.. code-block:: yaml\n")
                .contains("\n* .. plimsoll: ignore[tmpfs-unbounded] an example\n\n  Or::\n");
        assertThat(Files.readString(directory.resolve("a.adoc")))
                .contains("\n// plimsoll: ignore[tmpfs-unbounded] an example\n.compose.yaml\n");
    }
}
