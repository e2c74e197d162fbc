package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Located;
import dev.plimsoll.model.NamedVolume;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.Resource.DriverOption;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The volumes that the commands of a file create, by name. */
public final class CreatedVolumes {
    /** Docker's own driver. */
    static final String LOCAL = "local";

    private static final String TMPFS = "tmpfs";

    private final Map<String, DockerCommand> byName;

    private CreatedVolumes(Map<String, DockerCommand> byName) {
        this.byName = byName;
    }

    /** The volumes of these commands; of two of one name the first one counts, as the engine has it. */
    static CreatedVolumes of(List<DockerCommand> commands) {
        Map<String, DockerCommand> byName = new HashMap<>();
        for (DockerCommand command : commands) {
            Text name = command.kind() == CommandKind.VOLUME_CREATE ? name(command) : null;
            if (name != null && name.isKnown()) {
                byName.putIfAbsent(name.value(), command);
            }
        }
        return new CreatedVolumes(byName);
    }

    /** The volume's name; null for one that the engine names. */
    private static @Nullable Text name(DockerCommand command) {
        Word operand = command.operand();
        Option name = command.last("name");
        Text text = operand != null ? operand.text() : name == null ? null : name.text();
        return text == null || text.isEmpty() ? null : text;
    }

    /** The command that creates a volume of this name; null if none does. */
    @Nullable
    public DockerCommand command(String volume) {
        return byName.get(volume);
    }

    /** The option of a driver with this key in a command; null if there is none. The last one counts. */
    public static @Nullable Option driverOption(DockerCommand command, String key) {
        List<Option> options = command.all("opt");
        for (int i = options.size() - 1; i >= 0; i--) {
            String text = options.get(i).text().value();
            if (text.startsWith(key) && (text.length() == key.length() || text.charAt(key.length()) == '=')) {
                return options.get(i);
            }
        }
        return null;
    }

    /** The value of a driver's option: what follows its first equals sign. */
    public static Text setting(Option option) {
        Text text = option.text();
        int equals = text.value().indexOf('=');
        return text.from(equals < 0 ? text.length() : equals + 1);
    }

    /** The volume of this name if the local driver mounts a tmpfs for it; null otherwise. */
    @Nullable
    NamedVolume tmpfs(String volume) {
        DockerCommand command = byName.get(volume);
        if (command == null) {
            return null;
        }
        boolean local = isLocal(command);
        Option type = driverOption(command, "type");
        Text name = name(command);
        return local && type != null && name != null && setting(type).value().equals(TMPFS)
                ? new NamedVolume(Located.of(volume, name.location()), false, true, command)
                : null;
    }

    private static boolean isLocal(DockerCommand command) {
        Option driver = command.last("driver");
        return driver == null || driver.text().value().equals(LOCAL);
    }

    /** A volume as the local driver makes it: some bind a path of the host. */
    VolumeMount bound(VolumeMount mount, String volume) {
        DockerCommand command = byName.get(volume);
        if (command == null || !isLocal(command)) {
            return mount;
        }
        Option device = driverOption(command, "device");
        Option o = driverOption(command, "o");
        return device == null || o == null
                ? mount
                : mount.boundTo(
                        Value.string(setting(device), List.of()), setting(o).value());
    }

    /** The declaration that a command makes; null for one without a name. */
    @Nullable
    Resource resource(DockerCommand command, ChangeWriters writers) {
        Text name = name(command);
        if (name == null) {
            return null;
        }
        List<DriverOption> driverOptions = new ArrayList<>(0);
        // with options that are not seen nobody can tell which of them are missing
        List<Option> written = command.isOpen() ? List.of() : command.all("opt");
        for (Option option : written) {
            Text text = option.text();
            int equals = text.value().indexOf('=');
            Text key = text.part(0, equals < 0 ? text.length() : equals);
            Text setting = setting(option);
            driverOptions.add(new DriverOption(
                    Located.of(key.value(), key.location()),
                    Located.of(Value.string(setting, List.of()), setting.location())));
        }
        Option driver = command.last("driver");
        Optional<Located<Value<String>>> driverName = driver == null
                ? Optional.empty()
                : Optional.of(Located.of(Value.string(driver.text(), List.of()), driver.shown()));
        return new Resource(
                ResourceKind.VOLUME,
                Located.of(Value.string(name, List.of()).raw(), name.location()),
                Optional.empty(),
                settings(command),
                driverName,
                driverOptions,
                writers.volume(command));
    }

    /** The flags by the keys that Compose has for them, each once. */
    private static List<Located<String>> settings(DockerCommand command) {
        List<Located<String>> settings = new ArrayList<>(0);
        List<String> seen = new ArrayList<>(0);
        for (Option option : command.options()) {
            String key = option.flag().key();
            if (!key.isEmpty() && !seen.contains(key)) {
                seen.add(key);
                settings.add(Located.of(key, option.at()));
            }
        }
        return settings;
    }
}
