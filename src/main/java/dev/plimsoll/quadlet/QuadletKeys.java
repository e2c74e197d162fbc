package dev.plimsoll.quadlet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the section {@code [Container]} and the flags of {@code podman run} that they stand for. Source:
 * podman-systemd.unit(5); how values are cut: containers/podman pkg/systemd/quadlet/quadlet.go.
 */
public final class QuadletKeys {
    /** Key, flag, how the value is cut, and what the flag's value begins with. */
    private static final String TABLE = """
            AddCapability        cap-add          words
            AddDevice            device           words
            AddHost              add-host         line
            Annotation           annotation       words
            CgroupsMode          cgroups          line
            ContainerName        name             line
            DNS                  dns              line
            DNSOption            dns-option       line
            DNSSearch            dns-search       line
            DropCapability       cap-drop         words
            Entrypoint           entrypoint       line
            Environment          env              words
            EnvironmentFile      env-file         words
            EnvironmentHost      env-host         boolean
            ExposeHostPort       expose           line
            GroupAdd             group-add        line
            HealthCmd            health-cmd       line
            HealthInterval       health-interval  line
            HealthRetries        health-retries   line
            HealthStartPeriod    health-start-period line
            HealthTimeout        health-timeout   line
            HostName             hostname         line
            IP                   ip               line
            IP6                  ip6              line
            Label                label            words
            LogDriver            log-driver       line
            LogOpt               log-opt          line
            Mask                 security-opt     words mask=
            Memory               memory           line
            Mount                mount            words
            Network              network          line
            NetworkAlias         network-alias    line
            NoNewPrivileges      security-opt     true  no-new-privileges
            PidsLimit            pids-limit       line
            Pod                  pod              line
            PublishPort          publish          line
            Pull                 pull             line
            ReadOnly             read-only        boolean
            ReadOnlyTmpfs        read-only-tmpfs  boolean
            RunInit              init             boolean
            SeccompProfile       security-opt     line  seccomp=
            Secret               secret           words
            SecurityLabelDisable security-opt     true  label=disable
            SecurityLabelType    security-opt     line  label=type:
            ShmSize              shm-size         line
            StopSignal           stop-signal      line
            StopTimeout          stop-timeout     line
            Sysctl               sysctl           words
            Timezone             tz               line
            Tmpfs                tmpfs            line
            Ulimit               ulimit           line
            Unmask               security-opt     words unmask=
            User                 user             line
            UserNS               userns           line
            Volume               volume           line
            WorkingDir           workdir          line
            """;

    private static final List<Key> ALL = parse();

    /** The one flag that is written by its letter where a command has no other to go by. */
    private static final String VOLUME = "-v";

    private QuadletKeys() {}

    /** How the value of a key becomes values of its flag. */
    enum Cut {
        /** The whole line is one value. */
        LINE,
        /** Each word is one, in quotes or not. */
        WORDS,
        /** A switch that is on or off. */
        BOOLEAN,
        /** A switch that adds a value of the flag if it is on. */
        TRUE
    }

    /**
     * A key.
     *
     * @param name as it is written before the equals sign
     * @param flag the flag of {@code podman run}, without dashes
     * @param prefix what the flag's value begins with, and the key's does not
     */
    record Key(String name, String flag, Cut cut, String prefix) {}

    private static List<Key> parse() {
        List<Key> keys = new ArrayList<>();
        for (String line : TABLE.split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] columns = line.trim().split(" +", -1);
                keys.add(new Key(columns[0], columns[1], cut(columns[2]), columns.length > 3 ? columns[3] : ""));
            }
        }
        return List.copyOf(keys);
    }

    private static Cut cut(String word) {
        return switch (word) {
            case "words" -> Cut.WORDS;
            case "boolean" -> Cut.BOOLEAN;
            case "true" -> Cut.TRUE;
            default -> Cut.LINE;
        };
    }

    /** The key of this name; null for one that stands for no flag, or is not known. */
    static @Nullable Key named(String name) {
        for (Key key : ALL) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    /**
     * What says the same as a flag with a value: {@code Tmpfs=/tmp}, or {@code PodmanArgs=--memory-swap 2g} where Quadlet has
     * no key.
     *
     * @param flag with its dashes
     * @param value of a flag that takes one; empty for a switch that is on
     */
    public static String assignment(String flag, String value) {
        String name = flag.equals(VOLUME) ? "volume" : flag.substring(2);
        for (Key key : ALL) {
            if (name.equals(key.flag()) && value.startsWith(key.prefix())) {
                return key.name() + "=" + settingOf(key, value);
            }
        }
        return "PodmanArgs=" + flag + (value.isEmpty() ? "" : " " + value);
    }

    private static String settingOf(Key key, String value) {
        return switch (key.cut()) {
            case LINE, WORDS -> value.substring(key.prefix().length());
            case BOOLEAN -> value.isEmpty() ? "true" : value;
            case TRUE -> "true";
        };
    }
}
