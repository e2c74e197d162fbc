package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container that keeps Docker's default capabilities. */
public final class CapabilitiesNotDropped implements ContainerRule {
    @Override
    public String id() {
        return "capabilities-not-dropped";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<List<Located<Value<String>>>> field = container.host().capDrop();
        List<Located<Value<String>>> dropped = field.orNull();
        if ((dropped == null && !field.isAbsent())
                || container.host().isPrivileged()
                || Capabilities.areAllAdded(container)) {
            return List.of();
        }
        for (Located<Value<String>> capability : dropped == null ? List.<Located<Value<String>>>of() : dropped) {
            String name = capability.value().known().orElse(Capability.ALL);
            if (name.equals(Capability.ALL)) {
                return List.of();
            }
        }
        return List.of(FindingDraft.at(container, container.name())
                .change(
                        "drop all capabilities, and add back those it needs",
                        Safety.UNSAFE,
                        new Change.AddItem(Setting.CAP_DROP, Capability.ALL))
                .says("\"" + container.name().value()
                        + "\" keeps Docker's default capabilities: an attacker who gets into it can use them"));
    }
}
