package dev.plimsoll.dockerrun;

import dev.plimsoll.model.IpAddress;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.ProcessLimits;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the docker client takes for a flag's value before it asks an engine. Source: docker/cli 28 opts and
 * cli/command/container/opts.go. What only the engine refuses is accepted here.
 *
 * <p>Long because it is a table: one constant for each kind of value, with what is asked of it beside it.
 */
public enum Grammar {
    /** Anything. */
    TEXT {
        @Override
        @Nullable
        String problem(Text value) {
            return null;
        }
    },
    /** What Go takes for a boolean. */
    BOOLEAN {
        @Override
        @Nullable
        String problem(Text value) {
            return truth(value.value()) == null ? "is neither true nor false" : null;
        }
    },
    /** A number of bytes with a unit. */
    SIZE {
        @Override
        @Nullable
        String problem(Text value) {
            return GoNumbers.size(value.value()).isPresent() ? null : NOT_A_SIZE;
        }
    },
    /** A size, or -1. */
    SWAP {
        @Override
        @Nullable
        String problem(Text value) {
            return value.value().equals("-1") ? null : SIZE.problem(value);
        }
    },
    /** A whole number as Go reads it: decimal, or with a prefix in another base. */
    INTEGER {
        @Override
        @Nullable
        String problem(Text value) {
            return GoNumbers.integer(value.value()).isPresent() ? null : NOT_A_NUMBER;
        }
    },
    /** A whole number that is not negative. */
    COUNT {
        @Override
        @Nullable
        String problem(Text value) {
            Optional<Long> number = GoNumbers.integer(value.value());
            return number.isEmpty() ? NOT_A_NUMBER : number.get() < 0 ? "is negative" : null;
        }
    },
    /** A whole number from -1 to 100. */
    SWAPPINESS {
        @Override
        @Nullable
        String problem(Text value) {
            Optional<Long> number = GoNumbers.integer(value.value());
            if (number.isEmpty()) {
                return NOT_A_NUMBER;
            }
            return number.get() < -1 || number.get() > 100 ? "is not between 0 and 100" : null;
        }
    },
    /** A whole number of 16 bits. */
    UINT16 {
        @Override
        @Nullable
        String problem(Text value) {
            Optional<Long> number = GoNumbers.unsigned(value.value());
            return number.isEmpty() || number.get() > 65535 ? "is not a whole number up to 65535" : null;
        }
    },
    /** A whole number that is not negative, without a sign. */
    UINT64 {
        @Override
        @Nullable
        String problem(Text value) {
            return GoNumbers.unsigned(value.value()).isPresent() ? null : NOT_A_NUMBER;
        }
    },
    /** A number with up to nine decimals. */
    CPUS {
        @Override
        @Nullable
        String problem(Text value) {
            return GoNumbers.cpus(value.value());
        }
    },
    /** A length of time with units. */
    DURATION {
        @Override
        @Nullable
        String problem(Text value) {
            return GoNumbers.duration(value.value());
        }
    },
    /** {@code type=…,target=…}. */
    MOUNT {
        @Override
        @Nullable
        String problem(Text value) {
            return MountFlag.read(value).problem();
        }
    },
    /** {@code [SOURCE:]TARGET[:OPTIONS]}. */
    VOLUME {
        @Override
        @Nullable
        String problem(Text value) {
            return volume(value);
        }
    },
    /** {@code [[IP:]HOST:]CONTAINER[/PROTOCOL]}, or {@code target=…,published=…}. */
    PORT {
        @Override
        @Nullable
        String problem(Text value) {
            return PortFlag.problem(value.value());
        }
    },
    /** {@code PORT[-PORT][/PROTOCOL]}. */
    EXPOSED_PORT {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value();
            return PortSyntax.isTarget(text) ? null : "is not a container port";
        }
    },
    /** {@code NAME=SOFT[:HARD]}. */
    ULIMIT {
        @Override
        @Nullable
        String problem(Text value) {
            return ulimit(value.value());
        }
    },
    /** {@code HOST[:CONTAINER][:rwm]}, or the name of a device of a plug-in. */
    DEVICE {
        @Override
        @Nullable
        String problem(Text value) {
            return Devices.problem(value.value());
        }
    },
    /** {@code TYPE MAJOR:MINOR rwm}. */
    DEVICE_RULE {
        @Override
        @Nullable
        String problem(Text value) {
            return Devices.isRule(value.value()) ? null : "is not a rule such as c 1:3 rwm";
        }
    },
    /** {@code /dev/NAME:WEIGHT}. */
    DEVICE_WEIGHT {
        @Override
        @Nullable
        String problem(Text value) {
            return Devices.weight(value.value());
        }
    },
    /** {@code /dev/NAME:SIZE}. */
    DEVICE_BYTES {
        @Override
        @Nullable
        String problem(Text value) {
            return Devices.rate(value.value(), true);
        }
    },
    /** {@code /dev/NAME:NUMBER}. */
    DEVICE_COUNT {
        @Override
        @Nullable
        String problem(Text value) {
            return Devices.rate(value.value(), false);
        }
    },
    /** {@code NAME:ADDRESS} or {@code NAME=ADDRESS}. */
    EXTRA_HOST {
        @Override
        @Nullable
        String problem(Text value) {
            return Addresses.extraHost(value.value());
        }
    },
    /** An address of IPv4 or IPv6. */
    ADDRESS {
        @Override
        @Nullable
        String problem(Text value) {
            return IpAddress.isValid(value.value().strip()) ? null : "is not an IP address";
        }
    },
    /** A domain to search in. */
    DOMAIN {
        @Override
        @Nullable
        String problem(Text value) {
            return Addresses.isDomain(value.value().strip()) ? null : "is not a domain";
        }
    },
    /** Twelve digits of a hardware address. */
    MAC_ADDRESS {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value().strip();
            return text.isEmpty() || Addresses.isMac(text) ? null : "is not a MAC address";
        }
    },
    /** {@code NAME[=VALUE]}. */
    VARIABLE {
        @Override
        @Nullable
        String problem(Text value) {
            return named(value.value());
        }
    },
    /** {@code NAME[=VALUE]}; blanks before the name are cut off. */
    LABEL {
        @Override
        @Nullable
        String problem(Text value) {
            return label(value.value());
        }
    },
    /** {@code NAME[:ALIAS]}. */
    LINK {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value();
            if (text.isEmpty()) {
                return "names no container";
            }
            return text.indexOf(':') != text.lastIndexOf(':') ? "is not a link of the form NAME:ALIAS" : null;
        }
    },
    /** {@code KEY=VALUE}. */
    KEY_VALUE {
        @Override
        @Nullable
        String problem(Text value) {
            return value.value().indexOf('=') < 0 ? "is not KEY=VALUE" : null;
        }
    },
    /** A network's name, or fields between commas. */
    NETWORK {
        @Override
        @Nullable
        String problem(Text value) {
            return NetworkFlag.read(value).problem();
        }
    },
    /** {@code all}, a number, or fields between commas. */
    GPUS {
        @Override
        @Nullable
        String problem(Text value) {
            return gpus(value);
        }
    },
    /** {@code NAME[:COUNT]}: the name is the engine's affair. */
    RESTART_POLICY {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value();
            int colon = text.indexOf(':');
            if (colon == 0) {
                return "names no restart policy";
            }
            boolean counts = colon >= 0 && colon + 1 < text.length();
            return counts && !isPlainInteger(text.substring(colon + 1))
                    ? "does not end in a whole number of attempts"
                    : null;
        }
    },
    /** {@code NAME=VALUE} of what a container may set. */
    SYSCTL {
        @Override
        @Nullable
        String problem(Text value) {
            return isSysctl(value.value()) ? null : "is not a kernel setting that a container can change";
        }
    },
    /** {@code KEY=VALUE}, or {@code no-new-privileges}. */
    SECURITY {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value();
            boolean paired = text.indexOf('=') >= 0 || text.indexOf(':') >= 0;
            return paired || text.equals("no-new-privileges") ? null : "is not KEY=VALUE";
        }
    },
    /** A standard stream. */
    STREAM {
        @Override
        @Nullable
        String problem(Text value) {
            return switch (value.value().toLowerCase(Locale.ROOT)) {
                case "stdin", "stdout", "stderr" -> null;
                default -> "is not stdin, stdout or stderr";
            };
        }
    },
    /** When to pull. */
    PULL_POLICY {
        @Override
        @Nullable
        String problem(Text value) {
            return switch (value.value()) {
                case "", "always", "missing", "never" -> null;
                default -> "is not always, missing or never";
            };
        }
    },
    /** {@code host} or nothing. */
    HOST_MODE {
        @Override
        @Nullable
        String problem(Text value) {
            return value.isEmpty() || value.value().equals("host") ? null : "is not host";
        }
    },
    /** {@code host}, {@code private} or nothing. */
    CGROUP_MODE {
        @Override
        @Nullable
        String problem(Text value) {
            return value.value().equals("private") || HOST_MODE.problem(value) == null
                    ? null
                    : "is neither host nor private";
        }
    },
    /** {@code host}, {@code container:NAME} or nothing. */
    PID_MODE {
        @Override
        @Nullable
        String problem(Text value) {
            String text = value.value();
            boolean shared = text.startsWith(CONTAINER) && text.length() > CONTAINER.length();
            return shared || HOST_MODE.problem(value) == null ? null : "is neither host nor container:NAME";
        }
    },
    /** {@code OS[/ARCHITECTURE[/VARIANT]]}. */
    PLATFORM {
        @Override
        @Nullable
        String problem(Text value) {
            return isPlatform(value.value()) ? null : "is not a platform such as linux/amd64";
        }
    };

    private static final String NOT_A_SIZE = "is not a size such as 512m or 1.5g";
    private static final String NOT_A_NUMBER = "is not a whole number";
    private static final String CONTAINER = "container:";

    /**
     * What is wrong with a known value, as the end of a sentence that begins with the value; null if the client takes it.
     */
    @Nullable
    abstract String problem(Text value);

    /** What Go takes a word for; null for what is no boolean. */
    static @Nullable Boolean truth(String word) {
        return switch (word) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> null;
        };
    }

    private static @Nullable String named(String text) {
        return text.isEmpty() || text.charAt(0) == '=' ? "has no name before its =" : null;
    }

    private static @Nullable String label(String text) {
        int from = 0;
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        int equals = text.indexOf('=', from);
        String name = text.substring(from, equals < 0 ? text.length() : equals);
        for (int i = 0; i < name.length(); i++) {
            if (isBlank(name.charAt(i))) {
                return "has a blank in its name";
            }
        }
        return name.isEmpty() ? "has no name" : null;
    }

    /** A newline and blanks beyond ASCII count as letters there. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static @Nullable String volume(Text value) {
        if (value.isEmpty()) {
            return "names no volume";
        }
        List<Text> parts = VolumeSyntax.parts(value);
        for (Text part : parts) {
            if (part.isEmpty()) {
                return "has nothing between its colons";
            }
        }
        return parts.size() > 3 ? "has more than three parts" : null;
    }

    private static @Nullable String ulimit(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return "is not a limit of the form NAME=SOFT:HARD";
        }
        if (!ProcessLimits.isName(text.substring(0, equals))) {
            return "does not name a process limit";
        }
        String limits = text.substring(equals + 1);
        int colon = limits.indexOf(':');
        Optional<Long> soft = GoNumbers.decimal(colon < 0 ? limits : limits.substring(0, colon));
        Optional<Long> hard = colon < 0 ? soft : GoNumbers.decimal(limits.substring(colon + 1));
        if (soft.isEmpty() || hard.isEmpty()) {
            return "has a limit that is not a whole number";
        }
        return colon >= 0 && ProcessLimits.isAbove(soft.get(), hard.get())
                ? "has a soft limit above its hard limit"
                : null;
    }

    private static @Nullable String gpus(Text value) {
        List<Text> fields = CsvFields.split(value);
        if (fields == null || fields.isEmpty()) {
            return "is not a request for GPUs";
        }
        int at = 0;
        String[] seen = new String[fields.size()];
        for (Text field : fields) {
            String text = field.value();
            int equals = text.indexOf('=');
            String key = equals < 0 ? "count" : text.substring(0, equals);
            String setting = equals < 0 ? text : text.substring(equals + 1);
            for (int i = 0; equals >= 0 && i < at; i++) {
                if (key.equals(seen[i])) {
                    return "says " + key + " twice";
                }
            }
            seen[at++] = key;
            switch (key) {
                case "count" -> {
                    if (!setting.equals("all") && !isPlainInteger(setting)) {
                        return "asks for neither all nor a number of GPUs";
                    }
                }
                case "driver", "device", "capabilities", "options" -> {}
                default -> {
                    return "has the unknown field \"" + key + "\"";
                }
            }
        }
        return null;
    }

    private static boolean isPlainInteger(String text) {
        return GoNumbers.decimal(text).isPresent();
    }

    private static boolean isSysctl(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return false;
        }
        String name = text.substring(0, equals);
        if (name.startsWith("net.") || name.startsWith("fs.mqueue.")) {
            return true;
        }
        return switch (name) {
            case "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall" -> true;
            case "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced" -> true;
            default -> false;
        };
    }

    private static boolean isPlatform(String text) {
        if (text.isEmpty()) {
            return true;
        }
        int parts = 1;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/') {
                if (length == 0) {
                    return false;
                }
                parts++;
                length = 0;
                continue;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && "_.-".indexOf(c) < 0) {
                return false;
            }
            length++;
        }
        return length > 0 && parts <= 3 && (parts > 1 || isKnownSystem(text.toLowerCase(Locale.ROOT)));
    }

    /** One word is an operating system or an architecture that is known. Source: containerd/platforms. */
    private static boolean isKnownSystem(String word) {
        return switch (word) {
            case "linux", "windows", "darwin", "freebsd", "openbsd", "netbsd", "solaris", "android", "aix" -> true;
            case "dragonfly", "illumos", "js", "plan9", "wasip1", "ios", "macos", "zos", "nacl", "hurd" -> true;
            case "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le" -> true;
            case "loong64", "mips", "mipsle", "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc" -> true;
            case "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm" -> true;
            case "i386", "x86_64", "x86-64", "aarch64", "armhf", "armel" -> true;
            default -> false;
        };
    }
}
