package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortReaderTest {
    private static Value<PortMapping> port(String written) {
        return service("ports: [" + written + "]").ports().get(0).value();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"80\"', , , 80, tcp",
        "83, , , 83, tcp",
        "'\"8080:80\"', , 8080, 80, tcp",
        "'\"8080:80/udp\"', , 8080, 80, udp",
        "'\"127.0.0.1:81:81\"', 127.0.0.1, 81, 81, tcp",
        "'\"0.0.0.0::84\"', 0.0.0.0, , 84, tcp",
        "'\"[::1]:82:82\"', ::1, 82, 82, tcp",
        "'\"90-91:90-91\"', , 90-91, 90-91, tcp",
        "'{target: 86}', , , 86, tcp",
        "'{target: 85, published: \"8085\", host_ip: 1.2.3.4, protocol: udp}', 1.2.3.4, 8085, 85, udp",
    })
    void isRead(String written, String hostIp, String published, String target, String protocol) {
        assertThat(port(written).known())
                .contains(
                        new PortMapping(Optional.ofNullable(hostIp), Optional.ofNullable(published), target, protocol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"http\"", "\"a:80\"", "\"80:\"", "\"80-:80\"", "{published: 80}", "\"\""})
    void refusesOthers(String written) {
        assertThat(port(written)).isInstanceOf(Value.Invalid.class);
    }

    @Test
    void aVariableIsNotKnown() {
        assertThat(port("\"${P}:80\"").known()).isEmpty();
        assertThat(port("\"${P:-8080}:80\"").known())
                .contains(new PortMapping(Optional.empty(), Optional.of("8080"), "80", "tcp"));
    }

    @Test
    void emptyItemsAndListsAreNoPorts() {
        assertThat(service("ports: [~, [80]]").ports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{target: 80, published: '${P}'}",
                "{target: 80, host_ip: '${P}'}",
                "{target: 80, protocol: '${P}'}",
            })
    void aPartThatIsNotKnownLeavesTheWholeOpen(String written) {
        assertThat(port(written)).isEqualTo(new Value.Interpolated<>(written, List.of("P"), Optional.empty()));
        assertThat(port("{target: '${P}', published: 80}")).isInstanceOf(Value.Invalid.class);
    }
}
