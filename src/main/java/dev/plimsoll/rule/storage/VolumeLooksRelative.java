package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
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
                Value<String> name = volume.source().get().value();
                String source = name.known().orElse("");
                if (source.indexOf('/') >= 0) {
                    findings.add(finding(container, volume, name.raw()));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Container container, VolumeMount volume, String source) {
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, volume.source().get()).evidence(source);
        if (source.startsWith("~")) {
            // only a shell knows whose home that is, and it looks at the beginning of words
            finding.help("write the whole path, in a mount of type bind");
        } else {
            String path = isPath(source) ? source : "./" + source;
            boolean isShort = volume.declared().value().startsWith(source + ":");
            finding.change(
                    isShort ? "write " + path : "mount " + path + " with type bind",
                    Safety.SAFE,
                    new Change.SetMountSource(volume, path));
        }
        return finding.says("\"" + source + "\" of \"" + container.name().value()
                + "\" is read as the name of a volume, which cannot have a slash: "
                + (container.dialect() == Container.Dialect.COMPOSE
                        ? "Docker refuses to load the project"
                        : "the engine refuses to create the container"));
    }

    /** Whether a source says itself that it is a path: absolute, from here, or on a drive of Windows. */
    private static boolean isPath(String source) {
        boolean drive = source.length() > 2 && source.charAt(1) == ':' && "/\\".indexOf(source.charAt(2)) >= 0;
        return drive || source.startsWith("/") || source.startsWith("./") || source.startsWith("../");
    }
}
