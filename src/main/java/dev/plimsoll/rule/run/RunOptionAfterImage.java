package dev.plimsoll.rule.run;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.StrayOptions;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option of docker behind the image, where it belongs to the program in the container. */
public final class RunOptionAfterImage implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public RunOptionAfterImage(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "run-option-after-image";
    }

    @Override
    public List<Finding> check(Container container) {
        CommandLine command = container.command().orNull();
        ImageReference image = container.image().orNull();
        boolean ownEntrypoint = !container.entrypoint().isAbsent();
        if (container.dialect() == Container.Dialect.COMPOSE || command == null || image == null || ownEntrypoint) {
            return List.of();
        }
        @Nullable ImageFacts facts = images.of(container).orElse(null);
        StrayOptions stray = StrayOptions.of(container, facts);
        @Nullable String telling = stray.telling();
        if (telling == null) {
            return List.of();
        }
        String program = container.dialect() == Container.Dialect.PODMAN ? "podman" : "docker";
        List<Integer> all = StrayOptions.all(container, facts);
        String title = "move " + (all.size() > 2 ? "the options" : telling) + " before " + image.written();
        FindingDraft<Change.OfContainer> finding = FindingDraft.at(container, place(command.words(), stray))
                .evidence(telling)
                .label(container.image(), "options end here");
        finding.change(title, Safety.UNSAFE, new Change.MoveBeforeImage(all));
        return List.of(finding.says("\"" + telling + "\" comes after the image " + image.written() + ": " + program
                + " passes it to the program in the container instead of applying it"));
    }

    /** From the first of some words to the last, unless that stands elsewhere: in an array. */
    private static Location place(List<Text> words, StrayOptions stray) {
        Location first = words.get(stray.first()).location();
        Location last = words.get(stray.first() + stray.words() - 1).location();
        int end = Math.max(first.span().end(), last.span().end());
        return new Location(first.file(), new Span(first.span().start(), end));
    }
}
