package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostDevice;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may do to its host. */
class PrivilegesReaderTest {
    private static Privileges privileges(String... lines) {
        return service(lines).host().privileges().orNull();
    }

    private static <T> List<T> known(List<Located<Value<T>>> items) {
        return items.stream().flatMap(item -> item.value().known().stream()).toList();
    }

    @Test
    void mostServicesSayNothingOfIt() {
        assertThat(service("user: root").host().privileges().isAbsent()).isTrue();
        assertThat(service("user: root").host().capDrop().isAbsent()).isTrue();
        assertThat(service("user: root").host().isPrivileged()).isFalse();
    }

    @Test
    void readsAll() {
        Privileges read = privileges(
                "privileged: on",
                "cap_add: [cap_sys_admin, Net_Admin, CAP_ALL, \"${X}\"]",
                "cap_drop: [all]",
                "devices: [\"/dev//sda/../sdb:/dev/x:r\", {source: /dev/y}, vendor.com/gpu=0]",
                "security_opt: [no-new-privileges, \"a:b=c\", \"label:type:x\"]",
                "pid: host",
                "userns_mode: host",
                "cgroup_parent: p");
        assertThat(read.privileged().known()).contains(true);
        assertThat(known(read.capAdd().orNull())).containsExactly("SYS_ADMIN", "NET_ADMIN", "CAP_ALL");
        assertThat(read.capAdd().orNull()).hasSize(4);
        assertThat(known(read.capDrop().orNull())).containsExactly("ALL");
        assertThat(known(read.devices()))
                .containsExactly(HostDevice.of("/dev/sdb"), HostDevice.of("/dev/y"), HostDevice.of("gpu"));
        assertThat(known(read.securityOptions().orNull()))
                .containsExactly(
                        new SecurityOption("no-new-privileges", ' ', ""),
                        new SecurityOption("a:b", '=', "c"),
                        new SecurityOption("label", ':', "type:x"));
        assertThat(read.pid().known()).contains("host");
        assertThat(read.userns().known()).contains("host");
        assertThat(read.cgroupParent().known()).contains("p");
        assertThat(read.more()).isFalse();
    }

    @Test
    void itemsHaveTheirPlaces() {
        Located<Value<String>> item =
                privileges("cap_add: [A, \"B\"]").capAdd().orNull().get(1);
        assertThat(item.at().text()).isEqualTo("\"B\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap_drop: ALL", "cap_drop: !reset []", "cap_drop: {a: b}"})
    void whatIsNoListIsNotKnown(String line) {
        Field<?> dropped = service(line).host().capDrop();
        assertThat(dropped.isAbsent()).isFalse();
        assertThat(dropped.known()).isEmpty();
    }

    /** A service without an image belongs to another file, which may say more. */
    @Test
    void aPartMayNotBeAll() {
        Container container = ComposeFixture.container("services: {a: {cap_drop: [A], security_opt: [a:b]}}");
        assertThat(container.host().privileges().orNull().more()).isTrue();
        assertThat(container.host().capDrop()).isInstanceOf(Field.Unknown.class);
        assertThat(container.host().securityOptions()).isInstanceOf(Field.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"security_opt: a:b", "security_opt: !reset []", "security_opt: {a: b}"})
    void optionsThatAreNoListAreNotKnown(String line) {
        Field<?> options = service(line).host().securityOptions();
        assertThat(options).isInstanceOf(Field.Unknown.class);
    }

    @Test
    void whatAServiceDoesNotSayIsAbsent() {
        Privileges read = privileges("privileged: true");
        assertThat(read.securityOptions().isAbsent()).isTrue();
        assertThat(read.capAdd().isAbsent()).isTrue();
        assertThat(read.capDrop().isAbsent()).isTrue();
        assertThat(read.devices()).isEmpty();
        assertThat(read.pid().isAbsent()).isTrue();
    }
}
