package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Missing;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostConfig;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Logging;
import dev.plimsoll.model.MemoryTuning;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.RestartPolicy;
import dev.plimsoll.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a service that say how it is run on its host. */
final class HostConfigReader {
    private static final String[] PRIVILEGE_KEYS = {
        "privileged",
        "cap_add",
        "cap_drop",
        "devices",
        "security_opt",
        "pid",
        "userns_mode",
        "cgroup_parent",
        "use_api_socket"
    };

    private final MapNode service;
    private final Missing missing;
    private final boolean partial;

    /**
     * A reader of one service.
     *
     * @param missing stands for what is not there, where the service is named
     * @param partial whether what is not here may stand elsewhere
     */
    HostConfigReader(MapNode service, Missing missing, boolean partial) {
        this.service = service;
        this.missing = missing;
        this.partial = partial;
    }

    HostConfig read() {
        return new HostConfig(
                string(service, "user"),
                string(service, "ipc"),
                flag("read_only"),
                string(service, "restart"),
                deployedRestart(),
                true,
                false,
                either("cpus", "cpu_quota", "cpus"),
                either("pids_limit", null, "pids"),
                logging(),
                privileges());
    }

    MemoryTuning tuning() {
        return new MemoryTuning(
                number("mem_swappiness"), flag("oom_kill_disable"), number("oom_score_adj"), missing.field(false));
    }

    private Field<String> string(MapNode map, String key) {
        return Values.stringField(map, key, missing, partial);
    }

    private Field<RestartPolicy> deployedRestart() {
        MapNode deploy = service.map("deploy");
        Entry entry = deploy == null ? null : deploy.entry("restart_policy");
        if (entry == null) {
            return missing.field(partial || service.isReset("deploy"));
        }
        if (!(entry.value() instanceof MapNode policy)) {
            return missing.field(true);
        }
        RestartPolicy read = new RestartPolicy(string(policy, "condition"), string(policy, "max_attempts"));
        return Values.present(entry, new Value.Literal<>(read, policy.at().text()));
    }

    /** Nothing is made of it, and no class loaded, where nothing is written of it. */
    private Field<Privileges> privileges() {
        for (String key : PRIVILEGE_KEYS) {
            if (service.entry(key) != null || service.isReset(key)) {
                return new PrivilegesReader(service, missing, partial).read();
            }
        }
        return missing.field(partial);
    }

    /** A setting at the service, under another key there, or in {@code deploy.resources.limits}. */
    private Field<String> either(String key, @Nullable String other, String deployed) {
        Field<String> own = string(service, key);
        if (!own.isPresent() && other != null) {
            own = string(service, other);
        }
        MapNode limits = service.mapAt("deploy", "resources", "limits");
        return own.isPresent() || limits == null ? own : string(limits, deployed);
    }

    private Field<Boolean> flag(String key) {
        return Values.flagField(service, key, missing, partial);
    }

    private Field<Integer> number(String key) {
        Entry entry = service.entry(key);
        if (service.isReset(key) || entry == null || !(entry.value() instanceof ScalarNode scalar) || scalar.isNull()) {
            return missing.field(partial || service.isReset(key));
        }
        return Values.present(
                entry, Value.read(scalar.text(), scalar.variables(), integer(scalar), "not a whole number"));
    }

    private static @Nullable Integer integer(ScalarNode scalar) {
        // beyond 64 bits is beyond these, too
        long number = Values.integer(scalar).orElse(Long.MAX_VALUE);
        return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE ? null : (int) number;
    }

    private Field<Logging> logging() {
        Entry entry = service.entry("logging");
        if (service.isReset("logging") || entry == null || !(entry.value() instanceof MapNode map)) {
            return missing.field(partial || entry != null || service.isReset("logging"));
        }
        ScalarNode driver = map.scalar("driver");
        Optional<Located<Value<String>>> driverValue = driver == null || driver.isNull()
                ? Optional.empty()
                : Optional.of(driver.located(Values.string(driver)));
        Map<String, Located<Value<String>>> options = new LinkedHashMap<>();
        MapNode written = map.map("options");
        if (written != null) {
            for (Map.Entry<String, Entry> option : written.entries().entrySet()) {
                if (option.getValue().value() instanceof ScalarNode scalar) {
                    options.put(option.getKey(), scalar.located(Values.string(scalar)));
                }
            }
        }
        return Values.present(
                entry,
                new Value.Literal<>(new Logging(driverValue, options), map.at().text()));
    }
}
