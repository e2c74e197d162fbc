package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "::", "0::", "::0", "0:0:0:0:0:0:0:0", "::0.0.0.0", "::ffff:0.0.0.0", "::FFFF:0.0.0.0"
            })
    void standsForAllAddresses(String text) {
        assertThat(IpAddress.isUnspecified(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.0.0",
                "000.0.0.0",
                "0.0.0.1",
                "127.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:",
                "fe80::",
                ":::"
            })
    void standsForOneOrNone(String text) {
        assertThat(IpAddress.isUnspecified(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "9.10.99.100",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "fe80::1",
                "2001:DB8::ffff",
                "1:2:3:4:5:6:7:8",
                "abcd:ef01:2345:6789:abcd:ef01:2345:6789",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1:2:3::5:6:7:8",
                "::ffff:10.0.0.1",
                "1::2:10.0.0.1",
                "1:2:3:4:5:6:10.0.0.1",
            })
    void isAnAddress(String text) {
        assertThat(IpAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".2.3.4",
                "1..3.4",
                "1.2.3.256",
                "256.2.3.4",
                "1.2.3.1000",
                "01.2.3.4",
                "1.2.3.00",
                "1.2.3.x",
                "1.2.3./",
                "1.2.3.:",
                "1.2.3.-4",
                " 1.2.3.4",
                "localhost",
                ":",
                ":1",
                "1:",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "::12345",
                "g::",
                "::1:g",
                "::\u0661",
                "::１",
                "::1%eth0",
                "::10.0.0",
                "::10.0.0.256",
                "10.0.0.1::",
                "1:10.0.0.1::2",
                "::10.0.0.1:1",
                "1:2:3:4:5:10.0.0.1",
                "1:2:3:4:5:6:7:10.0.0.1",
                "1:2:3:4:5:6::10.0.0.1",
            })
    void isNoAddress(String text) {
        assertThat(IpAddress.isValid(text)).isFalse();
    }
}
