package dev.plimsoll.fuzz;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to what rules ask the writers of a project for, so that it is known of each edit what it was meant to do. */
final class RecordedChanges {
    /** What each edit was written for. */
    private final IdentityHashMap<Edit, Consumer<Reach>> meant = new IdentityHashMap<>();

    /** The same project, whose writers are listened to. */
    Loaded listenTo(Loaded loaded) {
        Project project = loaded.project();
        List<Container> containers = new ArrayList<>();
        for (Container container : project.containers()) {
            containers.add(heard(container));
        }
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : project.resources()) {
            ChangeWriter<Change.OfResource> writer = (change, causes, into) ->
                    record(resource.writer(), change, causes, into, reach -> reach.add(change));
            resources.add(new Resource(
                    resource.kind(),
                    resource.key(),
                    resource.external(),
                    resource.settings(),
                    resource.driver(),
                    resource.driverOptions(),
                    writer));
        }
        Project heard = project.with(containers, resources, true);
        return new Loaded(
                heard,
                loaded.profiles(),
                loaded.findings(),
                loaded.errors(),
                loaded.defects(),
                loaded.withheld(),
                loaded.documents(),
                loaded.extended(),
                loaded.replacements());
    }

    private Container heard(Container container) {
        String name = container.name().value();
        ChangeWriter<Change.OfContainer> writer = (change, causes, into) ->
                record(container.writer(), change, causes, into, reach -> reach.add(name, change));
        return new Container(
                container.name(),
                container.dialect(),
                container.image(),
                container.build(),
                container.built(),
                container.command(),
                container.entrypoint(),
                container.environment(),
                container.moreEnvironment(),
                container.mounts(),
                container.replaced(),
                container.ports(),
                container.memory(),
                container.host(),
                container.replicas(),
                container.healthCheck(),
                container.relations(),
                container.profiles(),
                container.swarm(),
                container.directories(),
                writer);
    }

    private <C extends Change> Optional<String> record(
            ChangeWriter<C> writer, C change, List<Location> causes, List<Edit> into, Consumer<Reach> reach) {
        List<Edit> edits = new ArrayList<>();
        Optional<String> refusal = writer.write(change, causes, edits);
        for (Edit edit : edits) {
            meant.put(edit, reach);
        }
        into.addAll(edits);
        return refusal;
    }

    /** Adds what a fix may touch. Fixes of readers have no change: what they may touch is told here. */
    void reach(Diagnostic diagnostic, Fix fix, Reach reach) {
        for (Edit edit : fix.edits()) {
            @Nullable Consumer<Reach> change = meant.get(edit);
            if (change != null) {
                change.accept(reach);
                continue;
            }
            switch (diagnostic.rule()) {
                case "version-obsolete" -> reach.add("version");
                // a project with such a key does not load: there is nothing to compare, wherever the file is read
                case "schema", "suppression-invalid", "suppression-unused" -> {}
                // a Dockerfile is no part of the project's own values
                case "build-tmpfs-bad-option" -> {}
                // another word for the same value
                case "yaml-boolean" -> {}
                // the text that was written, where another one was read
                case "yaml-octal" -> reach.add(diagnostic.finding().evidence());
                default -> throw new AssertionError("say what a fix of " + diagnostic.rule() + " may touch");
            }
        }
    }
}
