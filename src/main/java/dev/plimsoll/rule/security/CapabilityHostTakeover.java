package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Capability;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capability with which a container can take over its host. */
public final class CapabilityHostTakeover implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public CapabilityHostTakeover(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "capability-host-takeover";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        boolean all = Capabilities.areAllAdded(container);
        for (Located<Value<String>> added : Capabilities.added(container)) {
            String name = added.value().known().orElse("");
            @Nullable String gives = gives(name);
            boolean told = all && !name.equals(Capability.ALL);
            if (gives != null && !told && !ByDesign.isFor(container, name, images)) {
                findings.add(FindingDraft.at(container, added)
                        .evidence(name)
                        .help("remove it, or use the narrower capability that the program needs")
                        .says("\"" + container.name().value() + "\" has the capability " + name + ", " + gives
                                + ": a process in it can take over the host"));
            }
        }
        return findings;
    }

    private static @Nullable String gives(String capability) {
        return switch (capability) {
            case Capability.ALL -> "which stands for all of them";
            case "SYS_ADMIN" -> "which lets it mount file systems and enter namespaces";
            case "SYS_MODULE" -> "which lets it load modules into the host's kernel";
            case "SYS_RAWIO" -> "which lets it write to the host's disks and I/O ports directly";
            default -> null;
        };
    }
}
