package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.SecurityOption;
import dev.plimsoll.model.Setting;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** Looks for entries of {@code security_opt}. */
final class SecurityOptions {
    private SecurityOptions() {}

    /**
     * The finding about an entry that takes a protection away; none if the container is privileged, which takes more.
     *
     * @param rule the rule's id
     * @param key the entry's key
     * @param value the value that takes it away
     * @param effect what follows the container's name in the message
     * @param images knows which images need it
     */
    static List<Finding> removable(
            Container container, String rule, String key, String value, String effect, ImageCatalog images) {
        Privileges written = container.host().privileges().orNull();
        List<Located<Value<SecurityOption>>> options =
                written == null ? null : written.securityOptions().orNull();
        if (options == null || container.host().isPrivileged()) {
            return List.of();
        }
        for (Located<Value<SecurityOption>> option : options) {
            Optional<SecurityOption> known = option.value().known();
            if (known.isPresent() && known.get().is(key, value) && !ByDesign.isFor(container, rule, images)) {
                return List.of(FindingDraft.at(container, option)
                        .change(
                                "remove it, and check that the program still runs",
                                Safety.UNSAFE,
                                new Change.ReplaceItem(Setting.SECURITY_OPT, option, ""))
                        .says("\"" + container.name().value() + "\" " + effect));
            }
        }
        return List.of();
    }
}
