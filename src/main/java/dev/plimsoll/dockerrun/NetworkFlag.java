package dev.plimsoll.dockerrun;

import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --network}: a name, or fields between commas. Source: docker/cli opts/network.go.
 *
 * @param name the network's name; empty if none is written
 * @param problem what is wrong with it; null if nothing is
 * @param aliased whether it gives the container names of its own
 */
record NetworkFlag(Text name, @Nullable String problem, boolean aliased) {
    /** Takes a value apart. */
    static NetworkFlag read(Text value) {
        if (value.value().indexOf('=') < 0) {
            return new NetworkFlag(value, null, false);
        }
        List<Text> fields = CsvFields.split(value);
        if (fields == null) {
            return new NetworkFlag(value, "has quotes that do not match", false);
        }
        Text name = value.part(0, 0);
        boolean aliased = false;
        for (Text field : fields) {
            int equals = field.value().indexOf('=');
            if (equals <= 0) {
                return new NetworkFlag(name, "has a field that is no NAME=VALUE", aliased);
            }
            String key = field.value().substring(0, equals).strip().toLowerCase(Locale.ROOT);
            switch (key) {
                case "name" -> name = field.from(equals + 1);
                case "alias" -> aliased = true;
                case "ip", "ip6", "mac-address", "link-local-ip" -> {}
                case "gw-priority" -> {
                    if (GoNumbers.decimal(field.value().substring(equals + 1)).isEmpty()) {
                        return new NetworkFlag(name, "has a gw-priority that is no whole number", aliased);
                    }
                }
                case "driver-opt" -> {
                    if (field.value().indexOf('=', equals + 1) < 0) {
                        return new NetworkFlag(name, "has a driver-opt that is no KEY=VALUE", aliased);
                    }
                }
                default -> {
                    return new NetworkFlag(name, "has the unknown field \"" + key + "\"", aliased);
                }
            }
        }
        return new NetworkFlag(name, null, aliased);
    }

    /** Whether somebody made the network, so that names and addresses may be given in it. */
    boolean isUserDefined() {
        return switch (name.value()) {
            case "", "default", "bridge", "host", "none" -> false;
            default -> !name.value().startsWith("container:");
        };
    }
}
