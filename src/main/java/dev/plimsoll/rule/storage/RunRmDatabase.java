package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.knowledge.DataPath;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.List;
import java.util.Optional;

/** A database whose container is removed, with its data, when it stops. */
public final class RunRmDatabase implements ContainerRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public RunRmDatabase(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "run-rm-database";
    }

    @Override
    public List<Finding> check(Container container) {
        ImageReference image = container.image().orNull();
        if (!container.host().removedOnExit() || image == null || hasUnknownTarget(container)) {
            return List.of();
        }
        ImageFacts facts = images.find(image).orElse(null);
        if (facts == null || !runsTheServer(container, image) || isMeant(container, facts)) {
            return List.of();
        }
        List<DataPath> paths = facts.dataPaths(container);
        if (paths.isEmpty()) {
            return List.of();
        }
        for (DataPath path : paths) {
            if (isHeld(container, path)) {
                return List.of();
            }
        }
        return List.of(finding(container, facts, paths.get(0)));
    }

    private static Finding finding(Container container, ImageFacts facts, DataPath data) {
        String name = container.name().value();
        String target = data.shownMountPoint();
        String volume = name + "-data";
        Change.OfContainer change = new Change.AddVolume(volume, target);
        if (container.mountOf(data.path()).orElse(null) instanceof VolumeMount anonymous) {
            change = new Change.NameVolume(anonymous, volume);
        }
        String wayOut = "keep the data in a named volume at " + target;
        ContainerFinding finding =
                ContainerFinding.at(container, container.image()).evidence(target);
        if (data.isWritten()) {
            finding.change(wayOut, Safety.UNSAFE, change);
        } else {
            finding.help(wayOut);
        }
        return finding.says("--rm removes \"" + name + "\" when it stops, and nothing is mounted to keep "
                + data.written() + ": the data of " + facts.name() + " goes with it");
    }

    private static boolean hasUnknownTarget(Container container) {
        for (Mount mount : container.mounts()) {
            if (mount.path().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeant(Container container, ImageFacts facts) {
        return facts.isEphemeral()
                || facts.persistenceOff(container).isPresent()
                || TestingNames.sign(container).isPresent();
    }

    /** Whether something lies there that outlives the container, or a tmpfs, of which other rules speak. */
    private static boolean isHeld(Container container, DataPath path) {
        Mount holder = container.mountOf(path.path()).orElse(null);
        // an anonymous volume is removed with the container
        return holder != null
                && !(holder instanceof VolumeMount volume && volume.source().isEmpty());
    }

    /** Whether it runs what the image is made for, and no client or shell of it. */
    private static boolean runsTheServer(Container container, ImageReference image) {
        if (!container.entrypoint().isAbsent()) {
            return false;
        }
        Field<CommandLine> command = container.command();
        Optional<CommandLine> known = command.known();
        if (known.isEmpty() || known.get().words().isEmpty()) {
            return command.isAbsent();
        }
        String first = known.get().words().get(0).value();
        String program = first.substring(first.lastIndexOf('/') + 1);
        String repository = image.repository();
        String own = repository.substring(repository.lastIndexOf('/') + 1);
        return switch (program) {
            // here the server's and the client's programs go by the image's name
            case "mysql", "mariadb" -> false;
            case "mysqld", "mariadbd", "mongod", "redis-server", "valkey-server" -> true;
            default -> first.startsWith("-") || program.equals(own);
        };
    }
}
