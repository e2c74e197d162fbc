package dev.plimsoll.fuzz;

import dev.plimsoll.compose.EnvironmentFiles;
import dev.plimsoll.dockerfile.BuildTmpfsReader;
import dev.plimsoll.dockerfile.DockerfileReader;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.testkit.Lint;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Readers, one text at a time, for Jazzer, which makes texts that come to code where none came before:
 * {@code mvn test -Pjazzer -Dplimsoll.jazzer=SHELL}. Nothing here needs Jazzer to compile.
 */
public final class GuidedFuzzing {
    private static final Reader READER = Reader.valueOf(System.getProperty("plimsoll.jazzer", "SHELL"));

    private GuidedFuzzing() {}

    /** What reads a text. */
    enum Reader {
        SHELL,
        CMD,
        POWERSHELL,
        MAKEFILE,
        MARKDOWN,
        ASCIIDOC,
        RESTRUCTURED_TEXT,
        WORKFLOW,
        YAML,
        /** With variables, merging and all checks. */
        COMPOSE,
        DOTENV,
        DOCKERFILE;

        void read(String text) {
            switch (this) {
                case SHELL -> shell(text, ShellDialect.POSIX);
                case CMD -> shell(text, ShellDialect.CMD);
                case POWERSHELL -> shell(text, ShellDialect.POWERSHELL);
                case MAKEFILE -> Hosts.read(new SourceFile("Makefile", text), HostKind.MAKEFILE);
                case MARKDOWN -> Hosts.read(new SourceFile("x.md", text), HostKind.MARKDOWN);
                case ASCIIDOC -> Hosts.read(new SourceFile("x.adoc", text), HostKind.ASCIIDOC);
                case RESTRUCTURED_TEXT -> Hosts.read(new SourceFile("x.rst", text), HostKind.RESTRUCTURED_TEXT);
                case WORKFLOW -> Hosts.read(new SourceFile("x.gitlab-ci.yml", text), HostKind.WORKFLOW);
                case YAML -> yaml(text);
                case COMPOSE -> Lint.load(new SourceFile("compose.yaml", text));
                case DOTENV -> EnvironmentFiles.read(new SourceFile(".env", text));
                case DOCKERFILE -> {
                    SourceFile file = new SourceFile("Dockerfile", text);
                    DockerfileReader.read(file, Map.of("A", "1"), Optional.empty());
                    Location whole = new Location(file, new Span(0, file.text().length()));
                    BuildTmpfsReader.alone(Text.verbatim(whole), false);
                }
            }
        }
    }

    /** Called by Jazzer: whatever is thrown is a failure. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        READER.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void shell(String text, ShellDialect dialect) {
        SourceFile file = new SourceFile("x.sh", text);
        ShellReader.read(
                Text.verbatim(new Location(file, new Span(0, file.text().length()))), dialect);
    }

    private static void yaml(String text) {
        try {
            YamlParser.parse(new SourceFile("compose.yaml", text));
        } catch (YamlSyntaxException e) {
            // an answer too
        }
    }
}
