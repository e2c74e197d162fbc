package dev.plimsoll.rule.policy;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;
import java.util.Optional;

/** An image that is named, not pinned: whoever may push to its registry decides what runs. */
public final class ImageWithoutDigest implements ContainerRule {
    @Override
    public String id() {
        return "image-without-digest";
    }

    @Override
    public List<Finding> check(Container container) {
        Optional<ImageReference> image = container.image().known();
        if (image.isEmpty()
                || image.get().digest().isPresent()
                || !container.build().isAbsent()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, container.image())
                .help("pin it by its digest: docker compose config --lock-image-digests prints those of today")
                .says("\"" + container.name().value()
                        + "\" runs an image without a digest: the registry decides what its tag stands for"));
    }
}
