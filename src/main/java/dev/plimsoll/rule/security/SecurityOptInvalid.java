package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A security option or capability that the engine does not take, so that the container does not start. */
public final class SecurityOptInvalid implements ContainerRule {
    /** Source: moby daemon/daemon_unix.go, parseSecurityOpt; {@code systempaths} is the clients', the last is for Windows. */
    private static final String KEYS =
            " apparmor label no-new-privileges seccomp systempaths writable-cgroups credentialspec ";

    private static final String UNCONFINED = "unconfined";
    private static final String SYSTEM_PATHS = "systempaths";

    @Override
    public String id() {
        return "security-opt-invalid";
    }

    @Override
    public List<Finding> check(Container container) {
        Privileges written = container.host().privileges().orNull();
        // podman takes more, and asks the kernel for names
        if (written == null || container.dialect() == Container.Dialect.PODMAN) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        List<Located<Value<SecurityOption>>> options = written.securityOptions().orNull();
        for (Located<Value<SecurityOption>> option :
                options == null ? List.<Located<Value<SecurityOption>>>of() : options) {
            SecurityOption known = option.value().known().orElse(null);
            @Nullable String problem = known == null ? null : problem(known, container.dialect());
            if (known != null && problem != null) {
                findings.add(finding(container, option, known, problem));
            }
        }
        capabilities(container, Setting.CAP_ADD, written.capAdd(), findings);
        capabilities(container, Setting.CAP_DROP, written.capDrop(), findings);
        return findings;
    }

    private static Finding finding(
            Container container, Located<Value<SecurityOption>> option, SecurityOption known, String problem) {
        FindingDraft<Change.OfContainer> draft =
                FindingDraft.at(container, option).evidence(option.value().raw());
        @Nullable String meant = meant(known);
        if (meant != null) {
            draft.change("write " + meant, Safety.SAFE, new Change.ReplaceItem(Setting.SECURITY_OPT, option, meant));
        }
        String who = known.isPair() ? "the engine" : "Compose";
        return draft.says("\"" + container.name().value() + "\" does not start: " + who
                + " refuses the security option \"" + option.value().raw() + "\"" + problem);
    }

    /** What follows the refused option in the message; null for one that the engine takes. */
    private static @Nullable String problem(SecurityOption option, Container.Dialect dialect) {
        String key = option.key();
        if (!option.isPair()) {
            // of a command run-invalid-value says so
            boolean taken = key.equals(SecurityOption.NO_NEW_PRIVILEGES);
            return taken || dialect == Container.Dialect.DOCKER ? null : ", which is not KEY=VALUE";
        }
        if (KEYS.indexOf(' ' + key + ' ') < 0) {
            return ", whose key it does not know";
        }
        if (key.equals(SecurityOption.NO_NEW_PRIVILEGES)) {
            return option.truth() == null ? ", which takes true or false" : null;
        }
        if (key.equals(SYSTEM_PATHS)) {
            boolean taken = option.separator() == '=' && option.value().equals(UNCONFINED);
            return taken ? null : ", which must be " + SYSTEM_PATHS + "=" + UNCONFINED;
        }
        boolean misspelt = key.equals("seccomp")
                && option.value().equalsIgnoreCase(UNCONFINED)
                && !option.value().equals(UNCONFINED);
        return misspelt ? ", whose value is taken for the name of a file" : null;
    }

    /** What was plainly meant; null if that would be a guess, or would take a protection away. */
    private static @Nullable String meant(SecurityOption option) {
        String key = option.key().strip().toLowerCase(Locale.ROOT);
        String value = option.value().strip().toLowerCase(Locale.ROOT);
        if (key.equals(SYSTEM_PATHS) && value.equals(UNCONFINED)) {
            return SYSTEM_PATHS + "=" + UNCONFINED;
        }
        if (!key.equals(SecurityOption.NO_NEW_PRIVILEGES) || !option.isPair()) {
            return null;
        }
        return switch (value) {
            case "true", "yes", "on", "y" -> key + option.separator() + "true";
            default -> null;
        };
    }

    private static void capabilities(
            Container container, Setting list, Field<List<Located<Value<String>>>> field, List<Finding> findings) {
        List<Located<Value<String>>> capabilities = field.orNull();
        for (Located<Value<String>> capability :
                capabilities == null ? List.<Located<Value<String>>>of() : capabilities) {
            String name = capability.value().known().orElse(Capability.ALL);
            if (!Capability.isKnown(name)) {
                String meant =
                        Capability.normalized(name.strip().replace(' ', '_').replace("CAP_ALL", Capability.ALL));
                boolean known = Capability.isKnown(meant);
                FindingDraft<Change.OfContainer> draft = FindingDraft.at(container, capability)
                        .evidence(capability.value().raw());
                String title = known ? "write " + meant : "write the name of a capability, such as NET_BIND_SERVICE";
                if (known && list == Setting.CAP_DROP) {
                    draft.change(title, Safety.SAFE, new Change.ReplaceItem(list, capability, meant));
                } else {
                    // what is added may be more than anybody wants
                    draft.help(title);
                }
                findings.add(draft.says("\"" + container.name().value()
                        + "\" does not start: the engine refuses the capability \""
                        + capability.value().raw() + "\", which it does not know"));
            }
        }
    }
}
