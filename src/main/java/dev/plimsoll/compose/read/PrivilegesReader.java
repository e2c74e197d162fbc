package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Missing;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.compose.tree.Values;
import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.HostDevice;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a service that say what it may do to its host. */
final class PrivilegesReader {
    private final MapNode service;
    private final Missing missing;
    private final boolean partial;

    /**
     * A reader of one service.
     *
     * @param missing stands for what is not there, where the service is named
     * @param partial whether what is not here may stand elsewhere
     */
    PrivilegesReader(MapNode service, Missing missing, boolean partial) {
        this.service = service;
        this.missing = missing;
        this.partial = partial;
    }

    Field<Privileges> read() {
        Privileges privileges = new Privileges(
                Values.flagField(service, "privileged", missing, partial),
                capabilities("cap_add"),
                capabilities("cap_drop"),
                devices(),
                securityOptions(),
                string("pid"),
                string("userns_mode"),
                string("cgroup_parent"),
                Values.flagField(service, "use_api_socket", missing, partial),
                partial);
        return new Field.Present<>(missing.anchor(), Located.of(new Value.Literal<>(privileges, ""), missing.anchor()));
    }

    private Field<String> string(String key) {
        return Values.stringField(service, key, missing, partial);
    }

    private Field<List<Located<Value<String>>>> capabilities(String key) {
        List<Located<Value<String>>> found = new ArrayList<>();
        for (ScalarNode scalar : scalars(key)) {
            String capability = Capability.normalized(scalar.text().value());
            found.add(scalar.located(Value.read(scalar.text(), scalar.variables(), capability, "")));
        }
        return field(key, found);
    }

    private Field<List<Located<Value<SecurityOption>>>> securityOptions() {
        List<Located<Value<SecurityOption>>> found = new ArrayList<>();
        for (ScalarNode scalar : scalars("security_opt")) {
            SecurityOption option = SecurityOption.parse(scalar.text().value());
            found.add(scalar.located(Value.read(scalar.text(), scalar.variables(), option, "")));
        }
        return field("security_opt", found);
    }

    private List<Located<Value<HostDevice>>> devices() {
        ListNode list = list("devices");
        List<Located<Value<HostDevice>>> found = new ArrayList<>();
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            ScalarNode source = item instanceof MapNode map ? map.scalar("source") : null;
            if (item instanceof ScalarNode scalar && !scalar.isNull()) {
                HostDevice device = HostDevice.ofShort(scalar.text().value());
                found.add(scalar.located(Value.read(scalar.text(), scalar.variables(), device, "")));
            } else if (source != null && !source.isNull()) {
                HostDevice device = HostDevice.of(source.text().value());
                found.add(source.located(Value.read(source.text(), source.variables(), device, "")));
            }
        }
        return found;
    }

    private @Nullable ListNode list(String key) {
        return !service.isReset(key) && service.get(key) instanceof ListNode list ? list : null;
    }

    private List<ScalarNode> scalars(String key) {
        ListNode list = list(key);
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            if (item instanceof ScalarNode scalar && !scalar.isNull()) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    /** The items of a list; what is written as something else may mean anything. */
    private <T> Field<List<T>> field(String key, List<T> items) {
        Entry entry = service.entry(key);
        if (entry == null || list(key) == null) {
            return missing.field(partial || service.isReset(key) || entry != null);
        }
        Value<List<T>> value =
                new Value.Literal<>(List.copyOf(items), entry.value().at().text());
        return Values.present(entry, value);
    }
}
