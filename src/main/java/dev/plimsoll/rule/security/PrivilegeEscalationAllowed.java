package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container in which a program may become more than it was started as. */
public final class PrivilegeEscalationAllowed implements ContainerRule {
    private static final String ON = SecurityOption.NO_NEW_PRIVILEGES + "=true";
    private static final String TITLE = "set " + ON;

    @Override
    public String id() {
        return "privilege-escalation-allowed";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<List<Located<Value<SecurityOption>>>> field = container.host().securityOptions();
        List<Located<Value<SecurityOption>>> options = field.orNull();
        if (container.host().isPrivileged() || (options == null && !field.isAbsent())) {
            return List.of();
        }
        @Nullable Located<Value<SecurityOption>> last = null;
        boolean forbidden = false;
        for (Located<Value<SecurityOption>> option :
                options == null ? List.<Located<Value<SecurityOption>>>of() : options) {
            SecurityOption known = option.value().known().orElse(null);
            if (known == null) {
                return List.of();
            }
            // the last one counts, and what the engine refuses has a finding of its own
            if (known.key().equals(SecurityOption.NO_NEW_PRIVILEGES)) {
                forbidden = known.forbidsNewPrivileges();
                if (known.isPair() && known.truth() == null) {
                    return List.of();
                }
                last = option;
            }
        }
        if (forbidden) {
            return List.of();
        }
        String message = "\"" + container.name().value()
                + "\" lets programs gain privileges: a setuid program in it can make any user root";
        if (last != null) {
            return List.of(FindingDraft.at(container, last)
                    .change(TITLE, Safety.UNSAFE, new Change.ReplaceItem(Setting.SECURITY_OPT, last, ON))
                    .says(message));
        }
        return List.of(FindingDraft.at(container, container.name())
                .change(TITLE, Safety.UNSAFE, new Change.AddItem(Setting.SECURITY_OPT, ON))
                .says(message));
    }
}
