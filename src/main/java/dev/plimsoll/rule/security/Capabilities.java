package dev.plimsoll.rule.security;

import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.Value;
import java.util.ArrayList;
import java.util.List;

/** What capabilities are added to a container, as far as that is known and makes a difference. */
final class Capabilities {
    private Capabilities() {}

    /**
     * The known capabilities that a container adds, with their places. None if it is privileged and has all of them
     * anyway.
     */
    static List<Located<Value<String>>> added(Container container) {
        Privileges written = container.host().privileges().orNull();
        List<Located<Value<String>>> all =
                written == null ? null : written.capAdd().orNull();
        if (all == null || container.host().isPrivileged()) {
            return List.of();
        }
        List<Located<Value<String>>> known = new ArrayList<>(all.size());
        for (Located<Value<String>> capability : all) {
            if (capability.value().known().isPresent()) {
                known.add(capability);
            }
        }
        return known;
    }

    /** Whether they are all added, so that single ones add nothing. */
    static boolean areAllAdded(Container container) {
        for (Located<Value<String>> capability : added(container)) {
            if (capability.value().known().orElse("").equals(Capability.ALL)) {
                return true;
            }
        }
        return false;
    }
}
