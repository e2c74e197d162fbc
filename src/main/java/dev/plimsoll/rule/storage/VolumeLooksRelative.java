package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerFinding;
import dev.plimsoll.rule.ContainerRule;
import java.util.ArrayList;
import java.util.List;

/** A path without the dot that makes it one. Source: compose-go format/volume.go. */
public final class VolumeLooksRelative implements ContainerRule {
    @Override
    public String id() {
        return "volume-looks-relative";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        for (Mount mount : container.mounts()) {
            if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
                String source = volume.source().get().value().known().orElse("");
                if (source.indexOf('/') >= 0) {
                    findings.add(finding(container, volume, source));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, VolumeMount volume, String source) {
        String path = "./" + source;
        return ContainerFinding.at(container, volume.source().get())
                .evidence(source)
                .change("write " + path, Safety.SAFE, new Change.SetMountSource(volume, path))
                .says("\"" + source + "\" of \"" + container.name().value()
                        + "\" is read as the name of a volume, which cannot have a slash: "
                        + (container.dialect() == Container.Dialect.COMPOSE
                                ? "Docker refuses to load the project"
                                : "the engine refuses to create the container"));
    }
}
