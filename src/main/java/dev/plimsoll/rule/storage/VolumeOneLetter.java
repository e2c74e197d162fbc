package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume whose name is taken for a drive. Source: compose-go format/volume.go, docker/cli volumespec. */
public final class VolumeOneLetter implements ProjectRule {
    @Override
    public String id() {
        return "volume-one-letter";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : project.containers()) {
            for (Mount mount : container.mounts()) {
                @Nullable String letter = MountedVolumes.driveLetter(mount);
                boolean meant = letter != null && (!isSystemDrive(letter) || isDeclared(project, letter));
                if (letter != null && meant && mount instanceof VolumeMount volume) {
                    findings.add(finding(container, volume, letter));
                }
            }
        }
        return findings;
    }

    /** In a Windows container {@code c:/data} is a path. */
    private static boolean isSystemDrive(String letter) {
        return letter.equalsIgnoreCase("c");
    }

    private static boolean isDeclared(Project project, String letter) {
        return project.resource(ResourceKind.VOLUME, letter).isPresent();
    }

    private static Finding finding(Container container, VolumeMount volume, String letter) {
        String name = letter + "-data";
        return FindingDraft.at(container, volume.declared())
                .evidence(volume.target().value().raw())
                .change(
                        "call the volume \"" + name + "\"",
                        Safety.UNSAFE,
                        new Change.RenameOneLetterVolume(volume, name))
                .says("\"" + letter + "\" in " + volume.target().value().raw() + " of \""
                        + container.name().value() + "\" is read as a Windows drive: "
                        + (container.dialect() == Container.Dialect.COMPOSE
                                ? "the engine refuses it, \"mount path must be absolute\""
                                : "the data goes to an anonymous volume at the path "
                                        + volume.target().value().raw()));
    }
}
