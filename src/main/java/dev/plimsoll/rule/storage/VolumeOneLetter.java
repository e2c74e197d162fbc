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
                if (mount instanceof VolumeMount volume && volume.source().isEmpty()) {
                    String target = volume.target().value().known().orElse("");
                    if (isDrive(target) && (!isSystemDrive(target) || isDeclared(project, target))) {
                        findings.add(finding(container, volume, target));
                    }
                }
            }
        }
        return findings;
    }

    private static boolean isDrive(String target) {
        return target.length() > 2
                && Character.isLetter(target.charAt(0))
                && target.charAt(1) == ':'
                && target.charAt(2) == '/';
    }

    /** In a Windows container {@code c:/data} is a path. */
    private static boolean isSystemDrive(String target) {
        return Character.toLowerCase(target.charAt(0)) == 'c';
    }

    private static boolean isDeclared(Project project, String target) {
        return project.resource(ResourceKind.VOLUME, target.substring(0, 1)).isPresent();
    }

    private static Finding finding(Container container, VolumeMount volume, String target) {
        String letter = target.substring(0, 1);
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
