package dev.plimsoll.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of commands themselves, whatever containers they make. */
class CommandChecksTest {
    private static List<RuleFinding> found(String file, String text) {
        return Commands.script(new SourceFile(file, text)).findings();
    }

    private static RuleFinding only(String text) {
        List<RuleFinding> findings = found("deploy.sh", text);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    docker run --memroy 1g i;         --memroy;  docker run has no flag --memroy (did you mean --memory?): docker refuses the command
                    docker run --memroy=1g i;         --memroy;  docker run has no flag --memroy (did you mean --memory?): docker refuses the command
                    docker run --zzzzzz=1 i;          --zzzzzz;  docker run has no flag --zzzzzz: docker refuses the command
                    docker create -V a:/b i;          -V;        docker create has no flag -V (did you mean -v?): docker refuses the command
                    docker run -x i;                  -x;        docker run has no flag -x: docker refuses the command
                    docker run -dx i;                 -dx;       docker run has no flag -x: docker refuses the command
                    """)
    void flagsThatAreUnknown(String command, String place, String message) {
        RuleFinding found = only(command);
        assertThat(found.rule()).isEqualTo("run-unknown-flag");
        assertThat(found.finding().message()).isEqualTo(message);
        assertThat(found.finding().at().text()).isEqualTo(place);
    }

    @Test
    void podmanHasFlagsAndValuesOfItsOwn() {
        assertThat(found("deploy.sh", "podman run --zzzzzz=1 -m x i")).isEmpty();
    }

    @Test
    void aFindingIsAboutTheContainerThatIsNamed() {
        assertThat(only("docker run --name web -m x i").finding().container()).contains("web");
        assertThat(only("docker run --name $N -m x i").finding().container()).contains("i");
        assertThat(only("docker run --name '' -m x i").finding().container()).contains("i");
        assertThat(only("docker volume create a b").finding().container()).isEmpty();
    }

    @Test
    void whatTheClientAndTheEngineRefuse() {
        RuleFinding client = only("docker run -m x i");
        assertThat(client.rule()).isEqualTo("run-invalid-value");
        assertThat(client.finding().message()).endsWith(": docker refuses the command");
        RuleFinding engine = only("docker run --mount type=bind,target=/x i");
        assertThat(engine.rule()).isEqualTo("run-invalid-value");
        assertThat(engine.finding().message())
                .isEqualTo("\"type=bind,target=/x\" of --mount has the type bind and no source: the engine refuses to"
                        + " create the container");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    type=image,target=/x;                                has the type image and no source
                    type=image,source=,target=/x;                        has the type image and no source
                    type=volume,target=/x,volume-subpath=a;              gives a subpath to an anonymous volume
                    type=foo,target=/x;                                  has the unknown type "foo"
                    type=bind,source=/a,target=/x,bind-propagation=foo;  has an unknown bind-propagation "foo"
                    type=bind,source=/a,target=/;                        has the root as its target
                    type=bind,source=/a,target=x;                        has a target that is not absolute
                    """)
    void mountsThatTheEngineRefuses(String mount, String problem) {
        assertThat(only("docker run --mount " + mount + " i").finding().message())
                .contains("of --mount " + problem + ": the engine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=bind,source=/a,target=/x",
                "type=bind,source=/a,target=/x,bind-propagation=RShared",
                "type=bind,source=/a,target='C:\\x'",
                "type=bind,source=/a,target=c:x",
                "type=volume,source=a,target=/x,volume-subpath=a",
                "type=volume,target=/x",
                "type=npipe,source=a,target=/x",
                "type=cluster,source=a,target=/x",
                "type=bind,source=$A,target=/x",
                "type=bind,source=,target=/x,$O",
            })
    void mountsThatTheEngineTakes(String mount) {
        assertThat(found("deploy.sh", "docker run --mount " + mount + " i")).isEmpty();
    }

    /** Texts show commands in part, and names to put others in the place of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run",
                "docker run IMAGE",
                "docker run -d '<image>'",
                "docker run {{image}}",
                "docker run -d [x]"
            })
    void partsOfCommandsAreNotJudged(String text) {
        assertThat(found("deploy.sh", text)).isEmpty();
    }

    @Test
    void whereAnImageIsLackingDependsOnTheFile() {
        for (String file : List.of(
                "README.md", "notes.markdown", "notes.txt", "a.mdx", "a.adoc", "a.asciidoc", "A.ASC", "a.rst")) {
            assertThat(found(file, "docker run -d")).as(file).isEmpty();
        }
        assertThat(only("docker run -d").finding().message()).startsWith("docker run lacks an image: ");
        assertThat(found("deploy.sh", "docker run --name $NAME")).isEmpty();
        assertThat(only("docker run -d Image").finding().message())
                .startsWith("\"Image\" is not a valid image name: image names are lower case: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
                    -v $(pwd):/a;                       "$(pwd):/a"
                    --volume=$PWD:/a;                   --volume="$PWD:/a"
                    -v ${PWD}/b:/a;                     "${PWD}/b:/a"
                    -v `pwd`:/a;                        "`pwd`:/a"
                    --mount type=bind,source=$PWD,target=/a; "type=bind,source=$PWD,target=/a"
                    """)
    void aDirectoryIsQuoted(String flag, String quoted) {
        String text = "docker run " + flag + " i";
        RuleFinding found = only(text);
        Finding finding = found.finding();
        assertThat(found.rule()).isEqualTo("run-unquoted-path");
        assertThat(finding.fixes().get(0).applyTo(finding.at().file()))
                .isEqualTo(
                        "docker run " + (quoted.startsWith("--") ? "" : flag.split(" ", -1)[0] + " ") + quoted + " i");
        assertThat(finding.message()).contains(" is not quoted: if the directory's name contains a space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v $PWD/*:/a", "-v $PWD/~:/a", "-v $PWD/a!:/a", "-v $PWD/a\\ b:/a"})
    void whatMeansSomethingElseInQuotesIsLeft(String flag) {
        Finding finding = only("docker run " + flag + " i").finding();
        assertThat(finding.fixes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v $PWDX:/a",
                "-v $PWD_X:/a",
                "-v $HOME:/a",
                "-v \"$PWD:/a\"",
                "-v \"$PWD\":/a",
                "-v $PWD'/b':/a",
                "-v$PWD:/a",
                "-e A=$PWD",
                "-w $PWD",
            })
    void otherPathsNeedNoQuotes(String flag) {
        assertThat(found("deploy.sh", "docker run " + flag + " i")).isEmpty();
    }
}
