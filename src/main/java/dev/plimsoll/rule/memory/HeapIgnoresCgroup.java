package dev.plimsoll.rule.memory;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.HostSizing;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** A program that measures the host and not its container. */
public final class HeapIgnoresCgroup implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public HeapIgnoresCgroup(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "heap-ignores-cgroup";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ByteSize> limit = container.limit();
        Optional<ImageFacts> facts = limit.isEmpty() ? Optional.empty() : images.of(container);
        Optional<HostSizing> sizing = facts.isPresent() ? facts.get().hostSizing() : Optional.empty();
        if (sizing.isEmpty() || !sizing.get().isLeftTo(container)) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.memory().limit())
                .label(container.image(), "sizes itself by the host's memory")
                .help("set " + String.join(" or ", sizing.get().settings()) + " to an amount within the limit")
                .says(facts.get().name() + " in \"" + container.name().value() + "\" ignores its " + limit.get()
                        + " memory limit: " + sizing.get().what()));
    }
}
