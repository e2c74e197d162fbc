package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortSyntaxTest {
    /** The columns behind the port: address, published port, target, protocol. */
    @ParameterizedTest
    @CsvSource({
        "80, , , 80, tcp",
        "80/udp, , , 80, udp",
        "80/UDP, , , 80, udp",
        "80/, , , 80, tcp",
        "80/udp/tcp, , , 80, udp",
        "80//udp, , , 80, tcp",
        "8080:80, , 8080, 80, tcp",
        ":80, , , 80, tcp",
        "8000-8010:80, , 8000-8010, 80, tcp",
        "8000-8000:80, , 8000, 80, tcp",
        "8000-8001-8002:80-81-82, , 8000-8001, 80-81, tcp",
        "127.0.0.1:8080:80/sctp, 127.0.0.1, 8080, 80, sctp",
        "127.0.0.1::80, 127.0.0.1, , 80, tcp",
        "[::1]:8080:80, ::1, 8080, 80, tcp",
        "::1:8080:80, ::1, 8080, 80, tcp",
        "[:8080:80, [, 8080, 80, tcp",
        "::80, '', , 80, tcp",
    })
    void publishes(String text, String address, String published, String target, String protocol) {
        assertThat(PortSyntax.read(text))
                .isEqualTo(new PortMapping(
                        Optional.ofNullable(address), Optional.ofNullable(published), target, protocol));
    }

    @ParameterizedTest
    @CsvSource({
        "80, -1, ::",
        "80/udp, -1, ::",
        "8080:80, -1, :",
        "8080:80/tcp, -1, :",
        ":80, -1, :",
        ":8080:80, 0, :",
        "::80, 0, :",
        "0.0.0.0:8080:80, 7, :",
        "0.0.0.0::80, 7, :",
        "[::]:8080:80/udp, 4, :",
    })
    void takesAnAddress(String text, int length, String separator) {
        assertThat(PortSyntax.addressLength(text)).isEqualTo(length);
        assertThat(PortSyntax.separator(text)).isEqualTo(separator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "http", "8080:", "8080:http", "http:80", "-80", "80-", "8080-:80", "/tcp", "8x", "8:"})
    void publishesNothing(String text) {
        assertThat(PortSyntax.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "80, true",
        "80-90, true",
        "80/any, true",
        "80-90-70, true",
        "0, true",
        "65535, true",
        "65536, false",
        "90-80, false",
        "+80, false",
        "80:80, false",
        "'', false",
    })
    void isAPortOfAContainer(String text, boolean target) {
        assertThat(PortSyntax.isTarget(text)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "80/tcp",
                "80/udp",
                "80/SCTP",
                "80-81",
                "8080:80",
                ":80",
                "8000-8010:80",
                "8000-8001:80-81",
                "127.0.0.1:8080:80",
                "127.0.0.1::80",
                "[::1]:8080:80",
                "[]:8080:80",
                ":8080:80",
            })
    void isRight(String text) {
        assertThat(PortSyntax.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "80/http, 'the protocol must be tcp, udp or sctp'",
        "http, '\"http\" is not a container port'",
        "'', '\"\" is not a container port'",
        "8080:, '\"\" is not a container port'",
        "8080:90-80, '\"90-80\" is not a container port'",
        "http:80, '\"http\" is not a host port'",
        "70000:80, '\"70000\" is not a host port'",
        "8000:80-81, the ranges differ in length",
        "8000-8002:80-81, the ranges differ in length",
        "localhost:8080:80, '\"localhost\" is not an address of the host'",
        "[localhost]:8080:80, '\"[localhost]\" is not an address of the host'",
        "::1:8080:80, '\"::1\" is not an address of the host without brackets, [::1]'",
    })
    void isWrong(String text, String problem) {
        assertThat(PortSyntax.problem(text)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "[::1], false", "'', false", "localhost, false"})
    void theLongFormTakesAnAddressWithoutBrackets(String text, boolean address) {
        assertThat(PortSyntax.isHostAddress(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80, true",
        "80, 81, false",
        "80-90, 90-95, true",
        "90-95, 80-90, true",
        "80-89, 90-95, false",
        "90-95, 80-89, false",
        "80-90, 85, true",
        "0, none, false",
        "none, none, false",
    })
    void rangesOverlap(String one, String other, boolean overlap) {
        assertThat(PortRange.of(one).overlaps(PortRange.of(other))).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({"80, 1", "80-80, 1", "80-81, 2", "0-65535, 65536", "81-80, 0", "1-65536, 0", "'', 0", "80-, 0", "-80, 0"
    })
    void rangesHaveASize(String text, int size) {
        assertThat(PortRange.of(text).size()).isEqualTo(size);
    }
}
