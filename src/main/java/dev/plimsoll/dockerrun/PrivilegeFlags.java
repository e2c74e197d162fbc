package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostDevice;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;

/** The flags of a command that say what the container may do to its host. */
final class PrivilegeFlags {
    private static final String CAP_ADD = "cap-add";
    private static final String CAP_DROP = "cap-drop";
    private static final String SECURITY_OPT = "security-opt";
    private static final String API_SOCKET = "use-api-socket";
    private static final String[] ALL = {
        "privileged", CAP_ADD, CAP_DROP, "device", SECURITY_OPT, "pid", "userns", "cgroup-parent", API_SOCKET
    };

    private final DockerCommand command;
    private final ContainerReader reader;

    private PrivilegeFlags(DockerCommand command, ContainerReader reader) {
        this.command = command;
        this.reader = reader;
    }

    /** Whether a command has any of them. */
    static boolean occurIn(DockerCommand command) {
        for (String flag : ALL) {
            if (command.last(flag) != null) {
                return true;
            }
        }
        return false;
    }

    /** What they say together. */
    static Field<Privileges> read(DockerCommand command, ContainerReader reader) {
        PrivilegeFlags flags = new PrivilegeFlags(command, reader);
        Privileges privileges = new Privileges(
                reader.flag("privileged"),
                flags.capabilities(CAP_ADD),
                flags.capabilities(CAP_DROP),
                flags.devices(),
                flags.securityOptions(),
                reader.string("pid"),
                reader.string("userns"),
                reader.string("cgroup-parent"),
                reader.flag(API_SOCKET),
                command.isOpen());
        Location place = command.anchor();
        return new Field.Present<>(place, Located.of(new Value.Literal<>(privileges, ""), place));
    }

    private Field<List<Located<Value<String>>>> capabilities(String flag) {
        List<Located<Value<String>>> found = new ArrayList<>();
        for (Option option : command.all(flag)) {
            found.add(located(option, Capability.normalized(option.text().value())));
        }
        return field(flag, found);
    }

    private Field<List<Located<Value<SecurityOption>>>> securityOptions() {
        List<Located<Value<SecurityOption>>> found = new ArrayList<>();
        for (Option option : command.all(SECURITY_OPT)) {
            found.add(located(option, SecurityOption.parse(option.text().value())));
        }
        return field(SECURITY_OPT, found);
    }

    private List<Located<Value<HostDevice>>> devices() {
        List<Located<Value<HostDevice>>> found = new ArrayList<>();
        for (Option option : command.all("device")) {
            found.add(located(option, HostDevice.ofShort(option.text().value())));
        }
        return found;
    }

    private static <T> Located<Value<T>> located(Option option, T parsed) {
        return Located.of(Value.read(option.text(), List.of(), parsed, ""), option.shown());
    }

    private <T> Field<List<T>> field(String flag, List<T> found) {
        Option last = command.last(flag);
        if (last == null) {
            return reader.missing();
        }
        Value<List<T>> all = new Value.Literal<>(List.copyOf(found), last.text().raw());
        return new Field.Present<>(last.word().at(), Located.of(all, last.shown()));
    }
}
