package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.ResourceUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A container's reference to something that no section at the top declares.
 *
 * @param container the container that refers to it
 * @param name the name, with the place of the reference
 * @param written the name as messages show it
 * @param meant the declared name that was probably meant, as an aside in a message; empty if none comes near
 */
public record Undeclared(Container container, Located<String> name, String written, String meant) {
    /** The network that a project has without a word of it. */
    private static final String DEFAULT_NETWORK = "default";

    /** The references of a kind; none where a part of the project was not read. */
    public static List<Undeclared> of(Project project, ResourceKind kind) {
        List<Undeclared> found = new ArrayList<>();
        if (project.partial()) {
            return found;
        }
        Set<String> declared = new LinkedHashSet<>();
        for (Resource resource : project.resources(kind)) {
            declared.add(resource.name());
        }
        if (kind == ResourceKind.NETWORK) {
            declared.add(DEFAULT_NETWORK);
        }
        for (Container container : project.containers()) {
            for (ResourceUse use : container.relations().uses()) {
                String name = use.kind() == kind ? use.name().value().known().orElse("") : "";
                if (!name.isEmpty() && !declared.contains(name)) {
                    found.add(new Undeclared(
                            container,
                            use.name().with(name),
                            use.name().value().raw(),
                            DidYouMean.aside(name, declared)));
                }
            }
        }
        return found;
    }

    /** A finding about it, without its message. */
    public FindingDraft<Change.OfContainer> finding() {
        return FindingDraft.at(container, name).evidence(written);
    }

    /** The message. */
    public String message(ResourceKind kind) {
        return kind.label() + " \"" + written + "\" of \""
                + container.name().value() + "\" is not declared under " + kind.key() + meant
                + ": Docker refuses to load the project";
    }
}
