package dev.plimsoll.dockerrun;

import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --network}: a name, or fields between commas. Source: docker/cli opts/network.go; recorded answers in
 * testdata/dockerrun.
 *
 * @param name the network's name; empty if none is written
 * @param problem what is wrong with it; null if nothing is
 * @param given the flags that say the same as its fields, in order of writing
 */
record NetworkFlag(Text name, @Nullable String problem, List<String> given) {
    /** The flag that gives the container names in its first network. */
    static final String ALIAS = "network-alias";

    NetworkFlag {
        given = List.copyOf(given);
    }

    /** Takes a value apart. */
    static NetworkFlag read(Text value) {
        if (!hasFields(value.value())) {
            return new NetworkFlag(value, value.value().isBlank() ? "names no network" : null, List.of());
        }
        List<Text> fields = CsvFields.split(value);
        if (fields == null) {
            return new NetworkFlag(value, "has quotes that do not match", List.of());
        }
        @Nullable Text name = null;
        List<String> given = new ArrayList<>(0);
        @Nullable String wrong = null;
        for (Text field : fields) {
            int equals = Math.max(0, field.value().indexOf('='));
            String key = field.value().substring(0, equals).strip().toLowerCase(Locale.ROOT);
            Text setting = equals == 0 ? field : field.from(equals + 1);
            if (wrong == null) {
                wrong = problem(key, setting.value());
            }
            String flag = flag(key);
            if (key.equals("name")) {
                name = setting;
            } else if (!flag.isEmpty() && (isList(flag) || !setting.value().isBlank())) {
                given.add(flag);
            }
        }
        if (name == null) {
            return new NetworkFlag(value.part(0, 0), wrong == null ? "names no network" : wrong, given);
        }
        return new NetworkFlag(name, wrong, given);
    }

    /** Whether there is a {@code =} between a letter or digit and another; else all of it is a name. */
    private static boolean hasFields(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '=' && isOfWord(text.charAt(i - 1)) && isOfWord(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static @Nullable String problem(String key, String setting) {
        return switch (key) {
            case "" -> "has a field that is not NAME=VALUE";
            case "name", "alias", "ip", "ip6", "link-local-ip" -> null;
            case "mac-address" ->
                setting.isBlank() || Addresses.isMac(setting.strip())
                        ? null
                        : "has a mac-address \"" + setting + "\" that is not a MAC address";
            case "gw-priority" ->
                GoNumbers.decimal(setting).isPresent() ? null : "has a gw-priority that is not a whole number";
            case "driver-opt" -> setting.indexOf('=') > 0 ? null : "has a driver-opt that is not KEY=VALUE";
            default -> "has the unknown field \"" + key + "\"";
        };
    }

    private static String flag(String key) {
        return switch (key) {
            case "alias" -> ALIAS;
            case "ip", "ip6", "mac-address", "link-local-ip" -> key;
            default -> "";
        };
    }

    /** Whether a flag adds to a list, in which an empty entry is one too. */
    static boolean isList(String flag) {
        return flag.equals(ALIAS) || flag.equals("link-local-ip");
    }

    /** Whether it gives the container names of its own. */
    boolean aliased() {
        return given.contains(ALIAS);
    }

    /** Whether somebody made the network, so that names and addresses may be given in it. */
    boolean isUserDefined() {
        return switch (name.value()) {
            case "", "default", "bridge", "host", "none" -> false;
            default -> !name.value().startsWith("container:");
        };
    }
}
