package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.dockerfile.DockerfileReader;
import dev.plimsoll.dockerrun.DockerReader;
import dev.plimsoll.dockerrun.edit.CommandWriters;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.ShellDialect;
import dev.plimsoll.shell.ShellReader;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.testkit.ShortTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reader comes to an end, and fails nowhere, on every short text of the signs that mean something to it. */
class ShortTextsTest {
    private static final List<String> POSIX = List.of(
            "X=(", "$(", "(", ")", "\"", "'", "`", "\\", "\n", "${X", "}", "#", "<", ";", " ", "d", "[@]", "<<E",
            "[[ ");
    private static final List<String> CMD = List.of(
            "docker run ", "^", "%", "!", "\"", "\\", "\n", "\r", " ", "(", ")", "<", ">", "&", "a", "1", "~", "rem");
    private static final List<String> POWERSHELL = List.of(
            "docker run ", "`", "$", "\"", "'", "@", "\n", " ", "(", ")", "<", ">", "{", "}", "#", "a", ";", ":", "1");
    private static final List<String> DOCKERFILE = List.of(
            "ENV ", "RUN ", "--mount=", "a", ",", "<<", "E", "\n", "\\", "\"", "'", "$", "{", "}", "[", "]", " ", "=");
    private static final List<String> MAKEFILE = List.of(
            "a", ":", "=", "\n", "\t", "\\", "$", "(", ")", "#", "define ", "endef", "docker run ", " ", "@", "ifdef ");
    private static final List<String> MARKDOWN = List.of(
            "```", "~~~", "\n", ">", "- ", "bash", "docker run a", " ", "`", "$ ", "yaml", "services:", "\t", "1. ");
    private static final List<String> ASCIIDOC = List.of(
            "----",
            "....",
            "\n",
            "[source,bash]",
            "[,yaml,subs=+attributes]",
            "docker run a",
            " ",
            "<1>",
            "{a}",
            "//",
            ".x",
            "services:");
    private static final List<String> RESTRUCTURED_TEXT = List.of(
            ".. code::", " bash", "\n", "   ", "docker run a", "::", "* ", "..", ":name: a", "\t", "services:", "==");
    private static final List<String> FLAGS = List.of(
            "--mount ",
            "type=tmpfs",
            ",",
            "target=",
            "-v ",
            "/a",
            ":",
            "-p ",
            "80",
            "--tmpfs ",
            "size=",
            "\"",
            "-",
            " ");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void posix(boolean documentation) {
        ShortTexts.give(POSIX, 4, text -> commands("docker run " + text, ShellDialect.POSIX, documentation));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cmd(boolean documentation) {
        ShortTexts.give(CMD, 3, text -> commands(text, ShellDialect.CMD, documentation));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void powerShell(boolean documentation) {
        ShortTexts.give(POWERSHELL, 3, text -> commands(text, ShellDialect.POWERSHELL, documentation));
    }

    @Test
    void dockerfile() {
        ShortTexts.give(DOCKERFILE, 3, text -> {
            dockerfile(text);
            dockerfile("FROM a\n" + text);
            dockerfile("FROM a\nENV " + text);
        });
    }

    private static void dockerfile(String text) {
        assertThat(DockerfileReader.read(new SourceFile("Dockerfile", text), Map.of(), Optional.empty()))
                .isNotNull();
    }

    @Test
    void makefile() {
        ShortTexts.give(MAKEFILE, 3, text -> host("Makefile", HostKind.MAKEFILE, text));
    }

    @Test
    void markdown() {
        ShortTexts.give(MARKDOWN, 3, text -> host("a.md", HostKind.MARKDOWN, text));
    }

    @Test
    void asciiDoc() {
        ShortTexts.give(ASCIIDOC, 3, text -> host("a.adoc", HostKind.ASCIIDOC, text));
    }

    @Test
    void restructuredText() {
        ShortTexts.give(RESTRUCTURED_TEXT, 3, text -> host("a.rst", HostKind.RESTRUCTURED_TEXT, text));
    }

    @Test
    void flagsOfACommand() {
        ShortTexts.give(FLAGS, 3, text -> commands("docker run " + text, ShellDialect.POSIX, false));
    }

    /** An unclosed quote in an array: what follows is read as the next command, once. */
    @ParameterizedTest
    @ValueSource(
            strings = {"s=(\"\n)d", "[[ s=(\"\n)d", "for s=(\"\n)d", "case s=(\"\n)d", "s() s=('\n)d", "> s=(`\n)d"})
    void aQuoteLeftOpenInAnArray(String text) {
        ShortTexts.give(List.of(text), 1, given -> commands(given, ShellDialect.POSIX, false));
    }

    private static void host(String name, HostKind kind, String text) {
        SourceFile file = new SourceFile(name, text);
        read(file, Hosts.read(file, kind).commands());
    }

    private static void commands(String text, ShellDialect dialect, boolean documentation) {
        SourceFile file = new SourceFile("a.sh", text);
        Text code = Text.verbatim(new Location(file, new Span(0, text.length())));
        read(file, documentation ? ShellReader.readDocumentation(code, dialect) : ShellReader.read(code, dialect));
    }

    private static void read(SourceFile file, List<ShellCommand> commands) {
        assertThat(DockerReader.read(file, commands, new CommandWriters(), List.of()))
                .isNotNull();
    }
}
