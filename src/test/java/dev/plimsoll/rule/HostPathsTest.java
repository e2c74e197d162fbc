package dev.plimsoll.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a path that gives the host away, and does not. */
class HostPathsTest {
    @TempDir
    Path directory;

    private String check(String compose) {
        return Run.in(directory).file("compose.yaml", compose).check().out();
    }

    private String volume(String driver) {
        return check("services:\n  a:\n    image: example/agent:1\n    volumes: [engine:/x]\nvolumes:\n  engine:\n"
                + driver + "    driver_opts: {type: none, o: bind, device: /var/run/docker.sock}\n");
    }

    @Test
    void onlyTheLocalDriverBindsADevice() {
        assertThat(volume("")).contains("docker-socket-mounted");
        assertThat(volume("    driver: local\n")).contains("docker-socket-mounted");
        assertThat(volume("    driver: example/binder\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/.ssh/known_hosts", "/home/me/.ssh/id_ed25519.pub"})
    void whatOthersMayReadIsNoKey(String path) {
        String compose = "services:\n  a:\n    image: example/agent:1\n    volumes: [\"PATH:/x:ro\"]\n";
        assertThat(check(compose.replace("PATH", path))).isEmpty();
        assertThat(check(compose.replace("PATH", "~/.ssh/id_ed25519"))).contains("host-path-sensitive");
    }
}
