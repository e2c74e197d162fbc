package dev.plimsoll.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    /** Options as {@code name=value}, the image, and the words behind it. */
    private static List<String> told(DockerCommand command) {
        List<String> told = new ArrayList<>();
        for (Option option : command.options()) {
            told.add(
                    option.value() == null
                            ? option.flag().name()
                            : option.flag().name() + "=" + option.text().value());
        }
        if (command.operand() != null) {
            told.add("|");
            told.add(command.operand().value());
        }
        command.arguments().forEach(word -> told.add(word.value()));
        return told;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    docker run -dit i;                         detach interactive tty | i
                    docker run -p8080:80 i;                    publish=8080:80 | i
                    docker run -itp 80:80 i sh;                interactive tty publish=80:80 | i sh
                    docker run -m=1g i;                        memory=1g | i
                    docker run -dm1g i;                        detach memory=1g | i
                    docker run -e=X i;                         env=X | i
                    docker run -m= i;                          memory== | i
                    docker run -d=false i;                     detach=false | i
                    docker run --rm=false --name=a i;          rm=false name=a | i
                    docker run --memory-swap -1 i;             memory-swap=-1 | i
                    docker run --name --rm i;                  name=--rm | i
                    docker run i -m bogus --rm;                | i -m bogus --rm
                    docker run --rm -- i --x;                  rm | i --x
                    docker run -;                              | -
                    docker --context x -D run --rm i;          rm | i
                    docker -H=tcp://h container create i;      | i
                    podman --root /x run --pod p --replace i;  pod=p replace | i
                    /usr/bin/docker run i;                     | i
                    docker volume create a -o type=tmpfs;      opt=type=tmpfs | a
                    docker volume create -d local;             driver=local
                    """)
    void takesWordsApartAsTheClientDoes(String line, String expected) {
        assertThat(told(Commands.parsed(line)))
                .isEqualTo(List.of(expected.strip().split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker ps",
                "docker",
                "docker --version",
                "docker compose run web",
                "docker volume ls",
                "docker volume run x",
                "docker container ls",
                "docker image create",
                "docker run --help",
                "nerdctl run x",
                "docker network create n"
            })
    void passesOtherCommandsOver(String line) {
        assertThat(CommandParser.parse(Commands.words(line))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--mem, memory",
        "--memroy, memory",
        "--mem_limit, memory",
        "--memswap-limit, memory-swap",
        "--ports, publish",
        "--volumes, volume",
        "--environment, env",
        "--dettach, detach",
        "--working-dir, workdir",
        "-R, ",
        "--zzzzzz, "
    })
    void knowsWhatWasMeant(String written, String meant) {
        Flag flag = SimilarFlag.of(written, CommandKind.RUN);
        assertThat(flag == null ? null : flag.name()).isEqualTo(meant);
    }

    @Test
    void takesTheValueOfAMisspeltFlagForNoImage() {
        DockerCommand command = Commands.parsed("docker run --mem 1g redis");
        assertThat(command.operand()).isNotNull();
        assertThat(command.operand().value()).isEqualTo("redis");
        assertThat(Commands.parsed("docker run --zzzzzz 1g redis").operand()).isNull();
        assertThat(Commands.parsed("podman run --zzzzzz 1g redis").operand()).isNull();
    }
}
