package dev.plimsoll.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices as the client 28.2.2 takes them once it knows that the engine runs on Linux, which no recording without an engine shows. */
class DevicesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/a",
                "/dev/a:/dev/b",
                "/dev/a:/dev/b:rwm",
                "/dev/a:/dev/b:r",
                "/dev/a:rw",
                "/dev/a:mwr",
                "a:/b",
                "a:/b:r",
                "/a=b",
                "a://b",
                "/dev/a://b",
                "vendor.com/class=name",
            })
    void areTaken(String device) {
        assertThat(Devices.problem(device)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a, has a path that is not absolute",
        "a=b, has a path that is not absolute",
        "=/b, has a path that is not absolute",
        "/dev/a:b, has a path that is not absolute",
        "/dev/a:b:rwm, has a path that is not absolute",
        "/dev/a:, has a path that is not absolute",
        "/dev/a:rr, has a path that is not absolute",
        "classes/x, has a path that is not absolute",
        "'/dev/a:/b:rr', 'does not end in some of r, w and m'",
        "'/dev/a:/b:', 'does not end in some of r, w and m'",
        "'/dev/a:/b:rwx', 'does not end in some of r, w and m'",
        "/dev/a:/b:r:w, is not a device of the form HOST:CONTAINER:rwm",
        ":/x, is not a device of the form HOST:CONTAINER:rwm",
        "'::', is not a device of the form HOST:CONTAINER:rwm",
        "://b, is not a device of the form HOST:CONTAINER:rwm",
    })
    void areRefused(String device, String problem) {
        assertThat(Devices.problem(device)).isEqualTo(problem);
    }
}
